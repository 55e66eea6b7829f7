package io.jenkins.plugins.tasker.report.html;

import io.jenkins.plugins.tasker.report.Markup;

/** A section of the page with a heading. Content wider than the page scrolls in a box of its own, also with the keyboard. */
final class ScrollableSection {

    private ScrollableSection() {}

    /** @param id of the section; null for none */
    static void start(Markup html, String heading, String id) {
        html.line().start("section", "id", id).element("h2", heading);
        html.start("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", heading);
    }

    static void end(Markup html) {
        html.end().end();
    }

    /** Writes a picture as a section. */
    static void picture(Markup html, String heading, String svg) {
        start(html, heading, null);
        html.raw(svg);
        end(html);
    }
}
