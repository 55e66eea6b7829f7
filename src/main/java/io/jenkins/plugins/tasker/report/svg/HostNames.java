package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.text.Shortened;
import java.util.Collection;

/** Shortens host names so that they stay distinguishable. */
public final class HostNames {

    private HostNames() {}

    /** Returns the domain that all names with a dot share, such as {@code .example.com}; empty if fewer than two names have a dot. */
    public static String commonDomain(Collection<String> names) {
        String common = null;
        int compared = 0;
        for (String name : names) {
            int point = name.indexOf('.');
            if (point > 0) {
                compared++;
                common = common == null ? name.substring(point) : commonEnd(common, name);
            }
        }
        int point = common == null ? -1 : common.indexOf('.');
        return compared < 2 || point < 0 ? "" : common.substring(point);
    }

    private static String commonEnd(String a, String b) {
        int length = 0;
        while (length < a.length()
                && length < b.length()
                && a.charAt(a.length() - 1 - length) == b.charAt(b.length() - 1 - length)) {
            length++;
        }
        return a.substring(a.length() - length);
    }

    /**
     * Removes the domain, then characters in the middle: the ends of host names differ most.
     *
     * @param domain as returned by {@link #commonDomain}; may be empty
     * @param limit maximum number of characters
     */
    public static String shortened(String name, String domain, int limit) {
        String local = !domain.isEmpty() && name.endsWith(domain) && name.length() > domain.length()
                ? name.substring(0, name.length() - domain.length())
                : name;
        if (local.length() <= limit) {
            return local;
        }
        int end = limit / 2;
        return Shortened.start(local, limit - 1 - end) + "\u2026" + Shortened.end(local, end);
    }
}
