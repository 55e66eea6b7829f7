package io.jenkins.plugins.tasker.cli;

/** The {@code tasker} command. */
public final class TaskerMain {

    private TaskerMain() {}

    public static void main(String[] args) {
        System.out.println("Usage: tasker FILE");
    }
}
