package io.jenkins.plugins.tasker.benchmarks;

import io.jenkins.plugins.tasker.command.Programs;

/** Generates task files of any size. */
final class SampleWorkflow {

    /** Finds every program without a lookup on the disk. */
    static final Programs PROGRAMS = new Programs() {
        @Override
        public boolean onPath(String name) {
            return true;
        }

        @Override
        public boolean fileExists(String path) {
            return false;
        }
    };

    private SampleWorkflow() {}

    static String sequence(int tasks) {
        StringBuilder file = new StringBuilder();
        for (int id = 0; id < tasks; id++) {
            file.append(task(id));
        }
        return file.toString();
    }

    static String group(int tasks, int maxParallel) {
        StringBuilder members = new StringBuilder();
        StringBuilder file = new StringBuilder();
        for (int id = 1; id <= tasks; id++) {
            members.append(id == 1 ? "" : ",").append(id);
            file.append(task(id));
        }
        return "task=0\ntype=parallel\ntasks=" + members + "\nmax_parallel=" + maxParallel + "\n\n" + file;
    }

    private static String task(int id) {
        return "task=" + id + "\nhostname=web" + id % 100 + "\ncommand=check_service\narguments=--name nginx -v\n"
                + "success=exit_0&stdout~running\n\n";
    }
}
