package io.jenkins.plugins.tasker.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.cli.CLICommand;
import hudson.model.Action;
import hudson.model.Descriptor;
import io.jenkins.plugins.tasker.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Lists the members of the plugin that a request can reach by the rules of Stapler: methods {@code doX}, getters that return an
 * object with pages or methods of its own, and views. Lists also the commands for the command line of Jenkins.
 */
final class Endpoints {

    private static final String ROOT = "io.jenkins.plugins.tasker";
    private static final String RESOURCES = "src/main/resources/" + ROOT.replace('.', '/');

    /** The types that Jenkins itself adds to its addresses. */
    private static final List<Class<?>> ENTRANCES = List.of(Action.class, Descriptor.class);

    private static final Set<String> KEYS = Set.of("java.lang.String", "int", "long");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Returns names in the form {@code package.Class#method}. */
    Set<String> webMethods() {
        return names(all().filter(Endpoints::isWebMethod));
    }

    /** Returns the web methods that have one of the annotations. */
    Set<String> webMethods(String... annotations) {
        return names(all().filter(Endpoints::isWebMethod)
                .filter(method -> Stream.of(annotations).anyMatch(method::isAnnotatedWith)));
    }

    /** Returns the getters whose result Stapler uses for the next part of an address. */
    Set<String> routes() {
        return names(all().filter(method -> isReachable(method.getOwner()) && isRoute(method)));
    }

    /** Returns names in the form {@code package.Class/view}. */
    Set<String> views() throws IOException {
        Path root = Repository.file(RESOURCES);
        Set<String> views = new TreeSet<>();
        for (String suffix : List.of(".jelly", ".groovy")) {
            for (Path view : Repository.files(RESOURCES, suffix)) {
                String name = root.relativize(view).toString().replace('\\', '/');
                int type = name.lastIndexOf('/');
                views.add(name.substring(0, type).replace('/', '.')
                        + name.substring(type, name.length() - suffix.length()));
            }
        }
        return views;
    }

    /** Returns the classes of commands. */
    Set<String> commands() {
        Set<String> commands = new TreeSet<>();
        classes.stream()
                .filter(type -> CLICommand.class.isAssignableFrom(type.reflect()))
                .forEach(type -> commands.add(name(type)));
        return commands;
    }

    private Stream<JavaMethod> all() {
        return classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.BRIDGE));
    }

    private static boolean isWebMethod(JavaMethod method) {
        return method.getName().matches("(do|js)[A-Z].*")
                || method.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType().getName())
                        .anyMatch(name -> name.startsWith("org.kohsuke.stapler.")
                                && !name.contains(".export.")
                                && !name.contains(".DataBound"));
    }

    /** Returns whether an address can contain an object of this type. */
    private boolean isReachable(JavaClass type) {
        return isEntrance(type) || isNode(type);
    }

    /** Compares real classes, because ArchUnit imports only the classes of the plugin. */
    private static boolean isEntrance(JavaClass type) {
        return ENTRANCES.stream().anyMatch(entrance -> entrance.isAssignableFrom(type.reflect()));
    }

    private static boolean isRoute(JavaMethod method) {
        List<JavaClass> parameters = method.getRawParameterTypes();
        boolean key = parameters.isEmpty()
                || parameters.size() == 1 && KEYS.contains(parameters.get(0).getName());
        return key
                && method.getName().matches("get[A-Z].*")
                && isNode(method.getRawReturnType().getBaseComponentType());
    }

    /** Foreign types may have pages, except those of the JDK. */
    private static boolean isNode(JavaClass type) {
        if (!type.getPackageName().startsWith(ROOT)) {
            return Stream.of("hudson.", "jenkins.", "org.").anyMatch(type.getName()::startsWith);
        }
        return type.isAnnotatedWith("org.kohsuke.stapler.export.ExportedBean")
                || isEntrance(type)
                || type.getAllMethods().stream().anyMatch(Endpoints::isWebMethod);
    }

    private static Set<String> names(Stream<JavaMethod> methods) {
        Set<String> names = new TreeSet<>();
        methods.forEach(method -> names.add(name(method.getOwner()) + "#" + method.getName()));
        return names;
    }

    private static String name(JavaClass type) {
        return type.getName().substring(ROOT.length() + 1).replace("$DescriptorImpl", "");
    }
}
