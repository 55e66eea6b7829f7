package io.jenkins.plugins.tasker.report.svg;

import io.jenkins.plugins.tasker.journal.RunRecord;
import io.jenkins.plugins.tasker.report.StatusMark;
import io.jenkins.plugins.tasker.text.Counted;
import java.util.EnumSet;
import java.util.Set;

/**
 * Draws the flow of a run as an SVG element: the tasks of the file, the routes between them and the path of the run. The
 * width is fixed, so the page must allow horizontal scrolling. {@code pictures.css} defines the colours; without it the
 * picture has the colours of a light page.
 */
public final class FlowPicture {

    /** Wide enough for the end with its exit code. */
    static final int PILL_WIDTH = 150;

    /** The average width of a character in the default font of browsers at this size. */
    private static final int CHARACTER_WIDTH = 7;

    private static final int LEGEND = 34;

    private final RunRecord run;
    private final FlowModel model;
    private final FlowLayout layout;
    private final FlowTexts texts;
    private final Svg svg;

    private FlowPicture(RunRecord run, boolean live) {
        this.run = run;
        this.model = FlowModel.of(run, live);
        this.layout = new FlowLayout(model);
        this.texts = new FlowTexts(run);
        this.svg = new Svg("tk-flow", layout.width(), layout.height() + LEGEND, describe());
    }

    /** @param live whether the run is still running; tasks without an end are then shown as running */
    public static String svg(RunRecord run, boolean live) {
        return new FlowPicture(run, live && run.ended().isEmpty()).draw();
    }

    private String draw() {
        new FlowEdgeDrawing(svg, model, layout).draw();
        pill(-1, "start");
        for (int i = 0; i < model.nodes.size(); i++) {
            node(model.nodes.get(i), i);
        }
        pill(
                model.nodes.size(),
                run.ended().map(end -> "end: exit code " + end.exitCode()).orElse("end"));
        Set<StatusMark> marks = EnumSet.noneOf(StatusMark.class);
        model.nodes.forEach(node -> {
            marks.add(node.mark());
            marks.addAll(node.marks().keySet());
            node.members().forEach(member -> marks.add(StatusMark.of(member, node.isLive())));
        });
        return svg.legend(marks, layout.height() + 14).end().toString();
    }

    private String describe() {
        long steps = run.flow().steps();
        return "Flow: " + Counted.of(run.plan().size(), "task") + " in the file; the run took "
                + Counted.of(steps, "step")
                + (run.ended().isPresent()
                        ? " and ended with exit code " + run.ended().get().exitCode()
                        : "")
                + ". The table of tasks lists the executions in order.";
    }

    private void pill(int index, String text) {
        svg.box(layout.left(), layout.top(index), PILL_WIDTH, FlowLayout.PILL, FlowLayout.PILL / 2, SvgStyle.BOX);
        svg.text(layout.left() + 13, layout.top(index) + 15, SvgStyle.STRONG, text);
    }

    private void node(FlowNode node, int index) {
        int left = layout.left();
        int right = layout.right();
        int top = layout.top(index);
        StatusMark mark = node.mark();
        boolean faint = mark == StatusMark.NOT_STARTED || mark == StatusMark.NOT_RECORDED;
        svg.group(texts.title(node));
        SvgStyle box = mark.isProblem() ? SvgStyle.PROBLEM_BOX : SvgStyle.BOX;
        svg.box(left, top, FlowLayout.NODE_WIDTH, layout.height(index), 6, box);
        svg.sign(mark, left + 16, top + FlowLayout.HEAD / 2);
        String name = node.name();
        String meta = texts.meta(node);
        int textX = left + 32 + Math.max(30, name.length() * 8 + 8);
        int room = Math.max(12, (right - 12 - textX) / CHARACTER_WIDTH - meta.length() - 1);
        svg.text(left + 32, top + 18, faint ? SvgStyle.MUTED_STRONG : SvgStyle.STRONG, name);
        svg.text(
                textX,
                top + 18,
                faint ? SvgStyle.MUTED_TEXT : SvgStyle.TEXT,
                HostNames.shortened(texts.what(node), "", room));
        svg.text(right - 10, top + 18, SvgStyle.MUTED, Svg.Anchor.END, meta);
        FlowMembers.draw(svg, node, left, top + FlowLayout.HEAD);
        svg.end();
    }
}
