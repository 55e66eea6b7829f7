package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.report.Markup;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.text.DecimalText;

/** Writes an SVG element. Coordinates are numbers, or text such as {@code 12.5%}. */
final class Svg {

    /** Which part of a text its coordinates refer to. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final Markup out = new Markup(16_384);

    /** @param kind the CSS class of this kind of picture, in addition to that of all pictures */
    Svg(String kind, Object width, int height, String description) {
        out.start(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "tk-picture " + kind,
                "width",
                width,
                "height",
                height,
                "role",
                "img",
                "aria-label",
                description,
                "font-family",
                "system-ui, sans-serif",
                "font-size",
                12);
        out.raw(SvgDefinitions.DEFINITIONS);
    }

    /** Starts a group with a tooltip, which {@link #end()} ends. */
    Svg group(String title) {
        out.line().start("g").element("title", title);
        return this;
    }

    Svg end() {
        out.end();
        return this;
    }

    Svg text(Object x, Object y, SvgStyle ink, String text) {
        return text(x, y, ink, Anchor.START, text);
    }

    Svg text(Object x, Object y, SvgStyle ink, Anchor anchor, String text) {
        open("text").at("x", x).at("y", y);
        if (anchor != Anchor.START) {
            at("text-anchor", anchor == Anchor.END ? "end" : "middle");
        }
        return ink(ink).raw(">").escaped(text).raw("</text>");
    }

    /** Writes a text within a shape of a mark. */
    Svg label(Object x, Object y, StatusMark mark, String text) {
        open("text").at("x", x).at("dx", 4).at("y", y).at("fill", "#fff").at("font-size", 11);
        return at("class", "tk-label tk-label-" + mark.id)
                .raw(">")
                .escaped(text)
                .raw("</text>");
    }

    Svg line(Object x1, Object y1, Object x2, Object y2, SvgStyle ink) {
        return open("line")
                .at("x1", x1)
                .at("y1", y1)
                .at("x2", x2)
                .at("y2", y2)
                .ink(ink)
                .raw("/>");
    }

    Svg path(String d, SvgStyle ink) {
        return open("path").at("d", d).ink(ink).raw("/>");
    }

    Svg box(Object x, Object y, Object width, Object height, int radius, SvgStyle ink) {
        open("rect").at("x", x).at("y", y).at("width", width).at("height", height);
        return at("rx", radius).ink(ink).raw("/>");
    }

    /** Draws a box with the filling of its mark. */
    Svg shape(StatusMark mark, Object x, Object y, Object width, Object height) {
        open("rect").at("x", x).at("y", y).at("width", width).at("height", height);
        at("rx", 2).at("class", "tk-" + mark.id).at("fill", mark.fill());
        if (mark.hasOutline()) {
            at("stroke", mark.colour);
        }
        return raw("/>");
    }

    /** Draws the sign of a mark, centred at the coordinates. */
    Svg sign(StatusMark mark, Object x, Object y) {
        open("use").at("href", "#tk-sign-" + mark.id).at("x", x).at("y", y);
        return at("class", "tk-line-" + mark.id).at("stroke", mark.colour).raw("/>");
    }

    /** Draws a sign on a small disc that covers what was drawn before. */
    Svg signInFront(StatusMark mark, Object x, Object y) {
        open("circle")
                .at("cx", x)
                .at("cy", y)
                .at("r", 6.5)
                .ink(SvgStyle.CLEARING)
                .raw("/>");
        return sign(mark, x, y);
    }

    /** Draws a sign in white, for a shape of the same mark. */
    Svg signOnShape(StatusMark mark, Object x, Object y) {
        open("use").at("href", "#tk-sign-" + mark.id).at("x", x).at("y", y);
        return at("stroke", "#fff").raw("/>");
    }

    /** Draws the head of an arrow; it points down at 0 degrees. */
    Svg head(int x, int y, int degrees, SvgStyle ink) {
        String turn = degrees == 0 ? "" : "rotate(" + degrees + ")";
        open("use").at("href", "#tk-head").at("transform", "translate(" + x + " " + y + ")" + turn);
        return ink(ink).raw("/>");
    }

    /** Writes a line that explains marks, starting at the left edge. */
    Svg legend(Iterable<StatusMark> marks, int y) {
        int x = 4;
        for (StatusMark mark : marks) {
            shape(mark, x, y - 6, 14, 12).sign(mark, x + 24, y).text(x + 34, y + 4, SvgStyle.TEXT, mark.word);
            x += 52 + mark.word.length() * 7;
        }
        return this;
    }

    /** Starts a nested picture that is stretched to its width, which {@link #end()} ends. */
    Svg stretched(Object x, Object y, Object width, int height, int innerWidth) {
        out.start(
                "svg",
                "x",
                x,
                "y",
                y,
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + innerWidth + " " + height,
                "preserveAspectRatio",
                "none");
        return this;
    }

    private Svg open(String element) {
        return raw("<").raw(element);
    }

    private Svg at(String name, Object value) {
        String text = value instanceof Double number ? DecimalText.decimal(number) : value.toString();
        return raw(" ").raw(name).raw("=\"").raw(text).raw("\"");
    }

    private Svg ink(SvgStyle ink) {
        return raw(" ").raw(ink.attributes);
    }

    private Svg escaped(String text) {
        out.text(text);
        return this;
    }

    private Svg raw(String markup) {
        out.raw(markup);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
