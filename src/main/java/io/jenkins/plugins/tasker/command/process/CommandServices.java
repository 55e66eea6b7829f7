package io.jenkins.plugins.tasker.command.process;

import io.jenkins.plugins.tasker.command.output.Spool;

/** What all commands of a {@link LocalCommandRunner} share. */
record CommandServices(
        ProcessLauncher launcher,
        PipeSupply pipes,
        Spool.Factory spools,
        OutputPump pump,
        Terminator terminator,
        TimeLimits timeLimits) {}
