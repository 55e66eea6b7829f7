package io.jenkins.plugins.tasker.report.svg;

/** Styles of texts and lines: a class of {@code pictures.css}, and attributes that apply without a style sheet. */
enum SvgStyle {
    TEXT("class=\"tk-text\" fill=\"#1f2328\""),
    STRONG("class=\"tk-strong\" fill=\"#1f2328\" font-weight=\"600\""),
    MUTED("class=\"tk-muted\" fill=\"#59636e\" font-size=\"11\""),
    MUTED_STRONG("class=\"tk-muted tk-strong\" fill=\"#59636e\" font-weight=\"600\""),
    MUTED_TEXT("class=\"tk-muted\" fill=\"#59636e\""),
    GRID("class=\"tk-grid\" stroke=\"#d8dee4\""),
    BAND("class=\"tk-band\" fill=\"#59636e\" fill-opacity=\".08\""),
    WAIT("class=\"tk-wait\" stroke=\"#59636e\" stroke-dasharray=\"2 2\""),
    BOX("class=\"tk-box\" fill=\"#f6f8fa\" stroke=\"#d8dee4\""),
    PROBLEM_BOX("class=\"tk-box tk-box-problem\" fill=\"#f6f8fa\" stroke=\"#c2312c\""),
    CLEARING("class=\"tk-paper\" fill=\"#fff\" fill-opacity=\".85\""),
    EDGE("class=\"tk-edge\" fill=\"none\" stroke=\"#8b949e\" stroke-dasharray=\"3 3\""),
    PATH("class=\"tk-path\" fill=\"none\" stroke=\"#0b62c4\" stroke-width=\"2\""),
    EDGE_HEAD("class=\"tk-head\" fill=\"#8b949e\""),
    PATH_HEAD("class=\"tk-head-path\" fill=\"#0b62c4\""),
    CROWD("class=\"tk-ok tk-crowd\" fill=\"#2f7d4f\"");

    final String attributes;

    SvgStyle(String attributes) {
        this.attributes = attributes;
    }
}
