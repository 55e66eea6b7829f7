package io.jenkins.plugins.tasker.hosts;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The inventory and the files of one run. Each file is read once, so that the hosts of a list do not change during the run.
 */
public final class HostSources {

    private final Inventory inventory;
    private final HostFiles files;
    private final Map<String, List<HostItem>> read = new HashMap<>();

    public HostSources(Inventory inventory, HostFiles files) {
        this.inventory = inventory;
        this.files = files;
    }

    /** Returns sources for lists of names and ranges only. */
    public static HostSources none() {
        return new HostSources(Inventory.NONE, HostFiles.NONE);
    }

    public Inventory inventory() {
        return inventory;
    }

    /** Returns the items of the file that an item names. */
    synchronized List<HostItem> items(HostItem item) throws HostListException {
        List<HostItem> items = read.get(item.text());
        if (items == null) {
            items = items(item.text(), text(item));
            read.put(item.text(), items);
        }
        return items;
    }

    private String text(HostItem item) throws HostListException {
        try {
            return files.read(item.text());
        } catch (UnreadableHostFileException e) {
            throw new HostListException(Code.E46, item.place(), e.getMessage(), e.remedy());
        }
    }

    private static List<HostItem> items(String file, String text) throws HostListException {
        List<HostItem> items = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            int comment = line.indexOf('#');
            String content = WhiteSpace.trimEnd(comment < 0 ? line : line.substring(0, comment));
            items.addAll(HostListParser.items(content, HostPlace.line(file, number), HostListParser.Kind.FILE));
        }
        return List.copyOf(items);
    }
}
