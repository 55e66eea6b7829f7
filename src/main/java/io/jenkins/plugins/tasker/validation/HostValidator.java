package io.jenkins.plugins.tasker.validation;

import io.jenkins.plugins.tasker.command.CommandRunner;
import io.jenkins.plugins.tasker.command.ExecutionType;
import io.jenkins.plugins.tasker.command.ExecutionTypes;
import io.jenkins.plugins.tasker.command.Programs;
import io.jenkins.plugins.tasker.taskfile.Workflow;
import io.jenkins.plugins.tasker.text.VisibleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Validates the hosts of a workflow (section 14): names, pings, programs and, on request, connections. Every host is
 * tested once and many in parallel, so that a hanging host delays the result by its own limit only.
 */
public final class HostValidator {

    private final ExecutionTypes types;
    private final CommandRunner runner;
    private final Programs programs;
    private final HostResolver resolver;
    private final NodeTypes nodes;
    private final HostLimits limits;

    /** Creates a validator. All arguments belong to the machine where commands run. */
    public HostValidator(
            ExecutionTypes types, CommandRunner runner, Programs programs, HostResolver resolver, NodeTypes nodes) {
        this(types, runner, programs, resolver, nodes, HostLimits.STANDARD);
    }

    HostValidator(
            ExecutionTypes types,
            CommandRunner runner,
            Programs programs,
            HostResolver resolver,
            NodeTypes nodes,
            HostLimits limits) {
        this.types = types;
        this.runner = runner;
        this.programs = programs;
        this.resolver = resolver;
        this.nodes = nodes;
        this.limits = limits;
    }

    /** The results of all tests of one host. */
    private record Tested(String fullName, boolean resolved, boolean reachable, List<HostFailure> failures) {

        Tested and(Tested other) {
            List<HostFailure> all = new ArrayList<>(failures);
            all.addAll(other.failures);
            return new Tested(fullName, resolved && other.resolved, reachable && other.reachable, all);
        }
    }

    /**
     * Tests all hosts and returns when every test has ended.
     *
     * @throws InterruptedException if the thread is interrupted; running commands are killed
     */
    public HostValidation validate(Workflow workflow, HostValidationOptions options) throws InterruptedException {
        WorkflowHosts hosts = WorkflowHosts.of(workflow, types, options);
        List<HostFailure> missing = hosts.usedTypes().stream()
                .flatMap(type -> missingProgram(type).stream())
                .toList();
        boolean fatal = options.programsRequired();
        Map<String, Tested> tested = test(hosts, options);
        List<HostFailure> failures = new ArrayList<>(fatal ? missing : List.of());
        Map<String, HostFailure> avoided = new LinkedHashMap<>();
        Map<String, String> fullNames = new LinkedHashMap<>();
        tested.forEach((name, result) -> {
            if (hosts.needed().contains(name)) {
                failures.addAll(result.failures());
            } else {
                result.failures().stream().findFirst().ifPresent(failure -> avoided.put(name, failure));
            }
            if (!result.fullName().equals(name)) {
                fullNames.put(name, result.fullName());
            }
        });
        List<String> warnings = new ArrayList<>();
        if (!fatal) {
            missing.forEach(failure -> warnings.add(failure.toString()));
        }
        avoided.values()
                .forEach(failure -> warnings.add(failure + "; fan-out tasks do not start there (exit code 126)"));
        return new HostValidation(
                new HostCounts(
                        tested.size(),
                        (int) tested.values().stream().filter(Tested::resolved).count(),
                        (int) tested.values().stream().filter(Tested::reachable).count()),
                failures,
                avoided,
                warnings,
                hosts.leftOut(),
                fullNames);
    }

    private Optional<HostFailure> missingProgram(ExecutionType type) {
        return type.program(programs)
                .filter(program -> !programs.isAvailable(program))
                .map(program -> new HostFailure(
                        "Execution type " + type.name(),
                        HostFailure.CONNECTION,
                        "program " + program
                                + type.fallback()
                                        .map(other -> " (or " + other + ")")
                                        .orElse("")
                                + " is not on PATH; install it where the commands run, or use another execution type"));
    }

    private Map<String, Tested> test(WorkflowHosts hosts, HostValidationOptions options) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(limits.atOnce(), daemons("tasker-hosts-"));
        ExecutorService lookups = Executors.newCachedThreadPool(daemons("tasker-lookups-"));
        try {
            HostCheck check = new HostCheck(resolver, runner, programs, limits, lookups);
            Counter done = new Counter();
            int all = hosts.types().size();
            options.progress().tested(0, all);
            Map<String, Future<Tested>> running = new LinkedHashMap<>();
            hosts.types()
                    .forEach((name, used) -> running.put(name, workers.submit(() -> {
                        Tested tested = test(check, name, used, options);
                        done.report(options, all);
                        return tested;
                    })));
            Map<String, Tested> tested = new LinkedHashMap<>();
            for (Map.Entry<String, Future<Tested>> host : running.entrySet()) {
                tested.put(host.getKey(), host.getValue().get());
            }
            return tested;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the test of a host failed", e.getCause());
        } finally {
            workers.shutdownNow();
            lookups.shutdownNow();
        }
    }

    private Tested test(HostCheck check, String written, Set<ExecutionType> used, HostValidationOptions options)
            throws InterruptedException {
        Set<ExecutionType> remote = new LinkedHashSet<>(used);
        boolean onNode = remote.removeIf(ExecutionType::onNode);
        if (!onNode) {
            return remote(check, written, remote, options);
        }
        return remote.isEmpty()
                ? node(written)
                : remote(check, written, remote, options).and(node(written));
    }

    private Tested node(String name) {
        return nodes.refusal(name)
                .map(refusal -> new Tested(
                        name,
                        refusal.exitCode() != HostFailure.NAME,
                        refusal.exitCode() == HostFailure.CONNECTION,
                        List.of(failure("Node " + VisibleText.start(name), refusal.exitCode(), refusal.reason()))))
                .orElseGet(() -> new Tested(name, true, true, List.of()));
    }

    private Tested remote(HostCheck check, String written, Set<ExecutionType> used, HostValidationOptions options)
            throws InterruptedException {
        String address = address(written, used);
        String user = written.substring(0, written.length() - address.length());
        String name = user + options.fullName().apply(address);
        Tested network = network(check, name, address(name, used));
        if (!options.checks().connections()) {
            return network;
        }
        Connections connections = connections(check, name, used);
        if (network.failures().isEmpty()) {
            return new Tested(name, true, true, connections.failures());
        }
        return connections.prove() ? new Tested(name, true, true, List.of()) : network;
    }

    /** Returns the part of a host name that is resolved and pinged (rule 5.9). */
    private static String address(String hostname, Set<ExecutionType> used) {
        boolean all = !used.isEmpty() && used.stream().allMatch(ExecutionType::readsUser);
        return all ? hostname.substring(hostname.lastIndexOf('@') + 1) : hostname;
    }

    private Tested network(HostCheck check, String name, String address) throws InterruptedException {
        String subject = "Host " + VisibleText.start(name);
        Optional<String> unresolved = check.name(address);
        if (unresolved.isPresent()) {
            return new Tested(name, false, false, List.of(failure(subject, HostFailure.NAME, unresolved.get())));
        }
        return check.ping(address)
                .map(silent -> new Tested(name, true, false, List.of(failure(subject, HostFailure.PING, silent))))
                .orElseGet(() -> new Tested(name, true, true, List.of()));
    }

    /**
     * The connection tests of one host.
     *
     * @param run the number of tests that were run; a type without test passes without any
     */
    private record Connections(int run, List<HostFailure> failures) {

        /** Returns whether the host is reachable, whatever DNS and ping report (rule 14.2). */
        boolean prove() {
            return run > 0 && failures.isEmpty();
        }
    }

    private Connections connections(HostCheck check, String name, Set<ExecutionType> used) throws InterruptedException {
        int run = 0;
        List<HostFailure> failures = new ArrayList<>();
        for (ExecutionType type : used) {
            // A missing program is reported once, not for each host.
            if (missingProgram(type).isEmpty()) {
                run += type.testArgv(name, programs).isEmpty() ? 0 : 1;
                check.connection(name, type)
                        .ifPresent(reason -> failures.add(failure(
                                "Host " + VisibleText.start(name) + " (" + type.name() + ")",
                                HostFailure.CONNECTION,
                                reason)));
            }
        }
        return new Connections(run, failures);
    }

    private static HostFailure failure(String subject, int exitCode, String reason) {
        return new HostFailure(subject, exitCode, VisibleText.start(reason));
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Counts tested hosts and reports one count at a time, so that the counts ascend. */
    private static final class Counter {

        private int done;

        synchronized void report(HostValidationOptions options, int all) {
            done++;
            options.progress().tested(done, all);
        }
    }
}
