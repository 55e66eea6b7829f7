# Draws CPU milliseconds per task, without the start, over the number of tasks (logarithmic).
function x(n) { return 70 + log(n / 10) / log(1000) * 500 }
function y(ms) { return 270 - ms / top * 220 }
function line(values, colour, name,    i, points) {
    for (i = 2; i <= count; i++) {
        points = points sprintf("%.0f,%.0f ", x(size[i]), y(values[i]))
        printf "<circle cx=\"%.0f\" cy=\"%.0f\" r=\"3\" fill=\"%s\"/>\n", x(size[i]), y(values[i]), colour
    }
    printf "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n", points, colour
    printf "<text x=\"%.0f\" y=\"%.0f\" fill=\"%s\" text-anchor=\"end\">%s</text>\n", 570, y(values[count]) - 10, colour, name
}
# The first row is one task: the start.
NR == 1 { runStart = $3; validateStart = $5 }
{
    count = NR
    size[NR] = $1
    run[NR] = ($3 - runStart) * 1000 / ($1 > 1 ? $1 - 1 : 1)
    validate[NR] = ($5 - validateStart) * 1000 / ($1 > 1 ? $1 - 1 : 1)
    if (run[NR] > top) top = run[NR]
}
END {
    top = int(top * 1.1) + 1
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 320\" font-family=\"sans-serif\" font-size=\"12\">"
    print "<rect width=\"600\" height=\"320\" fill=\"white\"/>"
    for (i = 0; i <= 4; i++) {
        ms = top * i / 4
        printf "<line x1=\"70\" x2=\"570\" y1=\"%.0f\" y2=\"%.0f\" stroke=\"#ddd\"/>\n", y(ms), y(ms)
        printf "<text x=\"62\" y=\"%.0f\" text-anchor=\"end\">%.1f</text>\n", y(ms) + 4, ms
    }
    for (n = 10; n <= 10000; n *= 10) {
        printf "<text x=\"%.0f\" y=\"290\" text-anchor=\"middle\">%d</text>\n", x(n), n
    }
    print "<text x=\"320\" y=\"310\" text-anchor=\"middle\">tasks</text>"
    print "<text x=\"70\" y=\"30\">CPU milliseconds per task, the start of the command taken off</text>"
    line(run, "#1f6feb", "run")
    line(validate, "#d1242f", "validate")
    print "</svg>"
}
