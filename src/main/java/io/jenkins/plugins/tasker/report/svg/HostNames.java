package io.jenkins.plugins.tasker.report.svg;

import java.util.Collection;

/** Host names as short as they can be told apart. */
public final class HostNames {

    private HostNames() {}

    /** The ending that all names with a point share, from a point on; empty if there is none, or only one such name. */
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

    /** At most {@code limit} characters, the domain and then the middle left out: ends of names tell hosts apart. */
    public static String shortened(String name, String domain, int limit) {
        String local = !domain.isEmpty() && name.endsWith(domain) && name.length() > domain.length()
                ? name.substring(0, name.length() - domain.length())
                : name;
        if (local.length() <= limit) {
            return local;
        }
        int end = limit / 2;
        return local.substring(0, limit - 1 - end) + "\u2026" + local.substring(local.length() - end);
    }
}
