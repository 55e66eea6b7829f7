package io.jenkins.plugins.tasker.cli;

import io.jenkins.plugins.tasker.engine.Interrupt;
import java.util.Map;
import java.util.function.Consumer;
import sun.misc.Signal;

/**
 * Turns signals into interrupts of the run (rule 17.1). The JDK's shutdown hooks are no way to do it: they run when the exit
 * code is decided already.
 */
final class SignalHandling {

    /** A terminal that is closed ends the run like a SIGTERM, unless nohup told this process to ignore it. */
    private static final Map<String, Interrupt> SIGNALS =
            Map.of("INT", Interrupt.SIGINT, "TERM", Interrupt.SIGTERM, "HUP", Interrupt.SIGTERM);

    private SignalHandling() {}

    static void install(Consumer<Interrupt> receiver) {
        SIGNALS.forEach((name, interrupt) -> {
            try {
                Signal.handle(new Signal(name), signal -> receiver.accept(interrupt));
            } catch (IllegalArgumentException e) {
                // Not known on this platform, or reserved by an option of the JVM; its default action remains.
            }
        });
    }
}
