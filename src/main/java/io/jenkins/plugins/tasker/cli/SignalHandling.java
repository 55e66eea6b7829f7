package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.Interrupt;
import java.util.Map;
import java.util.function.Consumer;
import sun.misc.Signal;

/**
 * Turns signals into interrupts of the run (rule 17.1). Shutdown hooks of the JDK run too late for this, after the exit code is
 * fixed.
 */
final class SignalHandling {

    /** Closing the terminal (HUP) ends the run like SIGTERM, unless nohup made this process ignore it. */
    private static final Map<String, Interrupt> SIGNALS =
            Map.of("INT", Interrupt.SIGINT, "TERM", Interrupt.SIGTERM, "HUP", Interrupt.SIGTERM);

    private SignalHandling() {}

    static void install(Consumer<Interrupt> receiver) {
        SIGNALS.forEach((name, interrupt) -> handle(name, () -> receiver.accept(interrupt)));
    }

    /** Calls an action when the size of the terminal has changed. */
    static void onResize(Runnable action) {
        handle("WINCH", action);
    }

    private static void handle(String name, Runnable action) {
        try {
            Signal.handle(new Signal(name), signal -> action.run());
        } catch (IllegalArgumentException e) {
            // The platform does not have it, or a JVM option reserves it; the default action remains.
        }
    }
}
