package io.jenkins.plugins.tasker.hosts;

import io.jenkins.plugins.tasker.hosts.HostProblem.Code;
import io.jenkins.plugins.tasker.hosts.Inventory.InventoryGroup;
import io.jenkins.plugins.tasker.taskfile.WhiteSpace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an inventory in INI format line by line (rule 19.4). */
final class InventoryParser {

    private static final Pattern SECTION = Pattern.compile("\\[([^\\[\\]:,\\s]+)(?::([^\\[\\]\\s]*))?]\\s*(?:[#;].*)?");
    private static final Pattern CONNECTION = Pattern.compile("(?:^|\\s)ansible_(?:host|port|user|connection)\\s*=.*");

    /** A host name with a port, as Ansible reads it; an IPv6 address has more than one colon. */
    private static final Pattern PORT = Pattern.compile("([^:\\[\\]]+(?:\\[[^\\]]*][^:\\[\\]]*)*):\\d+");

    private enum Section {
        HOSTS,
        CHILDREN,
        VARS
    }

    private final String file;
    private final Map<String, InventoryGroup> groups = new LinkedHashMap<>();
    private final InventoryGroup all = group(Inventory.ALL);
    private Optional<String> connectionSetting = Optional.empty();
    private Section section = Section.HOSTS;
    private InventoryGroup current = all;

    InventoryParser(String file) {
        this.file = file;
    }

    Inventory parse(String text) throws HostListException {
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            String content = WhiteSpace.trim(line);
            if (!content.isEmpty() && content.charAt(0) != '#' && content.charAt(0) != ';') {
                line(content, number, line.indexOf(content) + 1);
            }
        }
        Inventory inventory = new Inventory(groups, connectionSetting);
        inventory.check();
        return inventory;
    }

    private InventoryGroup group(String name) {
        return groups.computeIfAbsent(name, InventoryGroup::named);
    }

    private void line(String content, int number, int column) throws HostListException {
        HostPlace place = HostPlace.line(file, number);
        Matcher header = SECTION.matcher(content);
        if (header.matches()) {
            section = section(header.group(2), place.at(column, content));
            current = group(header.group(1));
        } else if (section == Section.VARS) {
            noteConnection(content, "group " + current.name());
        } else {
            item(content, place, column);
        }
    }

    private static Section section(String suffix, HostPlace place) throws HostListException {
        if (suffix == null) {
            return Section.HOSTS;
        }
        return switch (suffix) {
            case "children" -> Section.CHILDREN;
            case "vars" -> Section.VARS;
            default ->
                throw new HostListException(
                        Code.E44, place, "no such kind of section", "write [NAME], [NAME:children] or [NAME:vars]");
        };
    }

    private void item(String content, HostPlace place, int column) throws HostListException {
        int end = 0;
        while (end < content.length() && !WhiteSpace.is(content.charAt(end))) {
            end++;
        }
        String text = content.substring(0, end);
        if (section == Section.CHILDREN) {
            add(new HostItem(HostItem.Kind.GROUP, text, null, false, place.at(column, text)));
            return;
        }
        Matcher port = PORT.matcher(text);
        boolean hasPort = !text.startsWith("group:") && port.matches();
        String item = hasPort ? port.group(1) : text;
        List<HostItem> items =
                HostListParser.items(" ".repeat(column - 1) + item, place, HostListParser.Kind.INVENTORY);
        if (items.size() != 1) {
            throw new HostListException(
                    Code.E44, place.at(column, text), "a line holds one item", "write each item on a line of its own");
        }
        add(items.get(0));
        noteConnection(hasPort ? "ansible_port=" : content.substring(end), item);
    }

    /** Adds an item to the current group; {@code all} has the hosts of every group, and needs no groups itself. */
    private void add(HostItem item) {
        if (current != all) {
            current.items().add(item);
        }
        if (item.kind() == HostItem.Kind.NAMES) {
            all.items().add(item);
        }
    }

    private void noteConnection(String settings, String owner) {
        if (connectionSetting.isEmpty() && CONNECTION.matcher(settings).find()) {
            connectionSetting = Optional.of(owner);
        }
    }
}
