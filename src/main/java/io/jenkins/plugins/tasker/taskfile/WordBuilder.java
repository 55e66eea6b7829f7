package io.jenkins.plugins.tasker.taskfile;

import java.util.List;

/** Builds words from one written word, which an unquoted result can turn into several words or none. */
final class WordBuilder {

    private final List<String> words;
    private final StringBuilder word = new StringBuilder();
    private boolean started;

    WordBuilder(List<String> words) {
        this.words = words;
    }

    /** Appends quoted text, which makes a word even if it is empty. */
    void literal(String text) {
        word.append(text);
        started = true;
    }

    void text(String text) {
        if (!text.isEmpty()) {
            literal(text);
        }
    }

    void cutAtWhiteSpace(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (WhiteSpace.is(c)) {
                end();
            } else {
                word.append(c);
                started = true;
            }
        }
    }

    void end() {
        if (started) {
            words.add(word.toString());
            word.setLength(0);
            started = false;
        }
    }
}
