package io.jenkins.plugins.tasker.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An account for each {@link Person}, and a strategy that gives them their permissions, in place of the one that Jenkins has.
 * Both are gone afterwards.
 */
final class People implements AutoCloseable {

    private static final String IMPORTS = String.join(
            "\n",
            "import hudson.model.*",
            "import hudson.security.*",
            "import jenkins.model.Jenkins",
            "import jenkins.security.ApiTokenProperty",
            "import org.jenkinsci.plugins.matrixauth.PermissionEntry",
            "import org.jenkinsci.plugins.matrixauth.inheritance.InheritParentStrategy",
            "def jenkins = Jenkins.get()",
            "");
    private static final List<Person> WITH_ACCOUNT = Stream.of(Person.values())
            .filter(person -> person != Person.ANONYMOUS)
            .toList();

    private final JenkinsServer jenkins;
    private final String password = UUID.randomUUID().toString();
    private final Map<Person, JenkinsServer> byToken = new EnumMap<>(Person.class);
    private final Map<Person, JenkinsServer> inBrowser = new EnumMap<>(Person.class);

    private People(JenkinsServer jenkins) {
        this.jenkins = jenkins;
    }

    /** Skips the tests where Jenkins has no accounts of its own, or the plugin matrix-auth is missing. */
    static People in(JenkinsServer jenkins) {
        String able = jenkins.script("import jenkins.model.Jenkins\n"
                + "print Jenkins.get().securityRealm.class.simpleName == 'HudsonPrivateSecurityRealm'"
                + " && Jenkins.get().pluginManager.getPlugin('matrix-auth')?.active"
                + " && Jenkins.authentication2.name != 'anonymous'");
        assumeTrue(able.equals("true"), "wants Jenkins' own user database, matrix-auth, and an administrator's token");
        People people = new People(jenkins);
        people.enter();
        return people;
    }

    private void enter() {
        // The strategy to go back to is kept in Jenkins, where it is also after a suite that was killed.
        StringBuilder script = new StringBuilder(IMPORTS
                + "def kept = jenkins.servletContext\n"
                + "if (!kept.getAttribute('tasker.acceptance')) kept.setAttribute('tasker.acceptance', jenkins.authorizationStrategy)\n"
                + "def strategy = new ProjectMatrixAuthorizationStrategy()\n"
                + "strategy.add(Jenkins.ADMINISTER, PermissionEntry.user(Jenkins.authentication2.name))\n"
                + "def account = { name ->\n"
                + "  def user = jenkins.securityRealm.createAccount(name, '" + password + "')\n"
                + "  def tokens = user.getProperty(ApiTokenProperty) ?: new ApiTokenProperty()\n"
                + "  user.addProperty(tokens)\n"
                + "  println tokens.tokenStore.generateNewToken('acceptance').plainValue\n"
                + "  user.save()\n"
                + "}\n");
        for (Person person : WITH_ACCOUNT) {
            script.append("account('").append(person.account()).append("')\n");
            person.everywhere()
                    .forEach(permission -> script.append(
                            "strategy.add(" + permission + ", PermissionEntry.user('" + person.account() + "'))\n"));
        }
        List<String> tokens = jenkins.script(script + "jenkins.authorizationStrategy = strategy\nnull")
                .lines()
                .toList();
        byToken.put(Person.ANONYMOUS, jenkins.anonymously());
        for (int i = 0; i < WITH_ACCOUNT.size(); i++) {
            Person person = WITH_ACCOUNT.get(i);
            byToken.put(person, jenkins.as(person.account(), tokens.get(i)));
            inBrowser.put(person, jenkins.loggedIn(person.account(), password));
        }
    }

    /** Gives people their permissions in a job. */
    void letInto(Job job, Person... people) {
        String permissions = Stream.of(people)
                .flatMap(person -> person.inJobs().stream().map(permission -> Map.entry(permission, person)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(
                                entry -> "PermissionEntry.user('"
                                        + entry.getValue().account() + "')",
                                Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(granted -> "(" + granted.getKey() + "): [" + granted.getValue() + "] as Set")
                .collect(Collectors.joining(", "));
        jenkins.script(IMPORTS + "jenkins.getItemByFullName('" + job.name()
                + "').addProperty(new AuthorizationMatrixProperty([" + permissions
                + "], new InheritParentStrategy()))");
    }

    /** With an API token, as programs have it; whoever has no account comes without. */
    JenkinsServer program(Person person) {
        return byToken.get(person);
    }

    /** With a session; for people with an account. */
    JenkinsServer browser(Person person) {
        return inBrowser.get(person);
    }

    static List<Person> withAccount() {
        return WITH_ACCOUNT;
    }

    @Override
    public void close() {
        String names = WITH_ACCOUNT.stream()
                .map(person -> "'" + person.account() + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        jenkins.script(IMPORTS
                + "jenkins.authorizationStrategy = jenkins.servletContext.getAttribute('tasker.acceptance')\n"
                + "jenkins.servletContext.removeAttribute('tasker.acceptance')\n"
                + "jenkins.save()\n"
                + names + ".each { User.getById(it, false)?.delete() }");
    }
}
