package io.jenkins.plugins.tasker.command.output;

/** Finds the start and the end of one element of a text. Stops reading at the end of the element. */
final class ElementFinder implements OutputScan.Visitor {

    private final Separator separator;
    private final int wanted;
    private int index;
    private boolean inRun;
    private long position;
    private long start;
    private long end = -1;

    /** @param wanted the number of the element, from 0 */
    ElementFinder(Separator separator, int wanted) {
        this.separator = separator;
        this.wanted = wanted;
    }

    @Override
    public boolean visit(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if (!visit(text[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean visit(char c) {
        position++;
        if (!separator.end().at(c)) {
            inRun = false;
        } else if (inRun) {
            start = position;
        } else if (index == wanted) {
            end = position - separator.length();
            return false;
        } else {
            index++;
            start = position;
            inRun = separator.run();
        }
        return true;
    }

    /** Whether the text has this element. Valid after the visit. */
    boolean found() {
        return index == wanted;
    }

    /** Number of the last element that was visited. */
    int lastIndex() {
        return index;
    }

    long start() {
        return start;
    }

    /** Position after the element; the end of the text if no separator follows. */
    long end() {
        return end < 0 ? position : end;
    }
}
