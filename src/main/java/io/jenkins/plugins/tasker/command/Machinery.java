package io.jenkins.plugins.tasker.command;

/** What all commands of a {@link LocalCommandRunner} share. */
record Machinery(
        ProcessLauncher launcher,
        PipeSupply pipes,
        Spool.Factory spools,
        OutputPump pump,
        Terminator terminator,
        TimeLimits timeLimits) {}
