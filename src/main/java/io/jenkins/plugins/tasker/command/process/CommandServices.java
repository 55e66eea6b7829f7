package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.output.Spool;

/** The services that all commands of a {@link LocalCommandRunner} share. */
record CommandServices(
        ProcessLauncher launcher,
        PipeSupply pipes,
        Spool.Factory spools,
        OutputPump pump,
        Terminator terminator,
        TimeLimits timeLimits) {}
