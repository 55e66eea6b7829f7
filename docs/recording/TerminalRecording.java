import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a command on a pseudo-terminal and writes what it shows as an animated SVG.
 *
 * <p>Usage: {@code java TerminalRecording.java FILE.svg COMMAND...}; needs {@code script} and {@code stty}.
 */
class TerminalRecording {

    private static final int COLUMNS = 84;
    private static final int ROWS = 20;
    private static final double WIDTH = 8.4;
    private static final int HEIGHT = 19;
    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[([0-9;]*)([A-Za-z])");

    /** A character and the number of its style. */
    private record Cell(String text, String style) {}

    private record Frame(long millis, String lines) {}

    private final List<List<Cell>> screen = new ArrayList<>(List.of(new ArrayList<>()));
    private final List<Frame> frames = new ArrayList<>();
    private String style = "";
    private int row;
    private int column;

    public static void main(String[] args) throws Exception {
        List<String> command = Arrays.asList(args).subList(1, args.length);
        TerminalRecording recording = new TerminalRecording();
        recording.type("$ " + String.join(" ", command).replace("./tasker", "tasker") + "\n");
        recording.record(String.join(" ", command));
        Files.writeString(Path.of(args[0]), recording.svg());
    }

    private void record(String command) throws Exception {
        Process process = new ProcessBuilder(
                        "script", "-qfec", "stty cols " + COLUMNS + " rows " + ROWS + "; TERM=xterm " + command, "/dev/null")
                .start();
        frame(0);
        long start = System.currentTimeMillis() - 600;
        byte[] buffer = new byte[65536];
        String rest = "";
        InputStream in = process.getInputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            // The live view writes whole frames; a read that cuts a character would show it for an instant only.
            rest = type(rest + new String(buffer, 0, count, StandardCharsets.UTF_8));
            frame(System.currentTimeMillis() - start);
        }
        process.waitFor();
        frame(System.currentTimeMillis() - start);
    }

    /** Interprets a text and returns an escape sequence at its end that is not complete. */
    private String type(String text) {
        Matcher sequence = SEQUENCE.matcher(text);
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) == '\u001b') {
                if (!sequence.find(i) || sequence.start() != i) {
                    return text.substring(i);
                }
                perform(sequence.group(1), sequence.group(2).charAt(0));
                i = sequence.end();
            } else {
                int character = text.codePointAt(i);
                put(Character.toString(character));
                i += Character.charCount(character);
            }
        }
        return "";
    }

    private void perform(String parameters, char command) {
        if (command == 'm') {
            style = parameters.equals("0") ? "" : parameters;
        } else if (command == 'A') {
            row = Math.max(0, row - Integer.parseInt(parameters));
        } else if (command == 'J') {
            screen.subList(row + 1, screen.size()).clear();
            screen.get(row).clear();
        }
    }

    private void put(String character) {
        if (character.equals("\r")) {
            column = 0;
        } else if (character.equals("\n")) {
            row++;
            column = 0;
            if (row == screen.size()) {
                screen.add(new ArrayList<>());
            }
        } else {
            List<Cell> line = screen.get(row);
            while (line.size() <= column) {
                line.add(new Cell(" ", ""));
            }
            line.set(column++, new Cell(character, style));
        }
    }

    private void frame(long millis) {
        StringBuilder lines = new StringBuilder();
        int first = Math.max(0, screen.size() - ROWS);
        for (int i = first; i < screen.size(); i++) {
            line(lines, screen.get(i), i - first);
        }
        if (frames.isEmpty() || !frames.get(frames.size() - 1).lines().equals(lines.toString())) {
            frames.add(new Frame(millis, lines.toString()));
        }
    }

    private static void line(StringBuilder out, List<Cell> cells, int y) {
        for (int i = 0; i < cells.size(); ) {
            int end = i;
            StringBuilder text = new StringBuilder();
            while (end < cells.size() && cells.get(end).style().equals(cells.get(i).style())) {
                text.append(cells.get(end++).text());
            }
            if (!text.toString().isBlank()) {
                out.append("<text x=\"" + (12 + Math.round(i * WIDTH * 10) / 10.0) + "\" y=\"" + (24 + y * HEIGHT)
                        + "\" class=\"s" + cells.get(i).style().replace(";", "-") + "\" textLength=\""
                        + Math.round((end - i) * WIDTH * 10) / 10.0 + "\">" + escaped(text.toString()) + "</text>");
            }
            i = end;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private String svg() {
        StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
                + Math.round(24 + COLUMNS * WIDTH) + "\" height=\"" + (20 + ROWS * HEIGHT) + "\" role=\"img\">\n"
                + "<title>A run of tasker on a terminal</title>\n<style>text{font:14px ui-monospace,Menlo,Consolas,"
                + "monospace;white-space:pre;fill:#d6dbe0}.s1-31{fill:#ff7b72;font-weight:bold}.s31{fill:#ff7b72}"
                + ".s32{fill:#56d364}.s33{fill:#e3b341}.s36{fill:#56d4dd}.s2{fill:#8b949e}.s1{fill:#fff;"
                + "font-weight:bold}</style>\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"#161b22\"/>\n");
        for (int i = 0; i < frames.size(); i++) {
            boolean last = i == frames.size() - 1;
            double begin = frames.get(i).millis() / 1000.0;
            // Without animation, the last frame is visible.
            svg.append("<g visibility=\"" + (last ? "visible" : "hidden") + "\">");
            if (last) {
                svg.append("<set attributeName=\"visibility\" to=\"hidden\" begin=\"0s\" dur=\"" + begin + "s\"/>");
            } else {
                double length = Math.max(0.01, frames.get(i + 1).millis() / 1000.0 - begin);
                svg.append("<set attributeName=\"visibility\" to=\"visible\" begin=\"" + begin + "s\" dur=\""
                        + Math.round(length * 1000) / 1000.0 + "s\"/>");
            }
            svg.append(frames.get(i).lines()).append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }
}
