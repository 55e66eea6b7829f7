package io.jenkins.plugins.tasker.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates an account for each {@link TestUser}, and replaces the authorization strategy of Jenkins by one with their
 * permissions. {@link #close} restores both.
 */
final class TestUsers implements AutoCloseable {

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
    private static final List<TestUser> WITH_ACCOUNT = Stream.of(TestUser.values())
            .filter(user -> user != TestUser.ANONYMOUS)
            .toList();

    private final JenkinsServer jenkins;
    private final String password = UUID.randomUUID().toString();
    private final Map<TestUser, JenkinsServer> byToken = new EnumMap<>(TestUser.class);
    private final Map<TestUser, JenkinsServer> bySession = new EnumMap<>(TestUser.class);

    private TestUsers(JenkinsServer jenkins) {
        this.jenkins = jenkins;
    }

    /** Skips the tests if Jenkins does not use its own user database, or lacks the plugin matrix-auth. */
    static TestUsers in(JenkinsServer jenkins) {
        String able = jenkins.script("import jenkins.model.Jenkins\n"
                + "print Jenkins.get().securityRealm.class.simpleName == 'HudsonPrivateSecurityRealm'"
                + " && Jenkins.get().pluginManager.getPlugin('matrix-auth')?.active"
                + " && Jenkins.authentication2.name != 'anonymous'");
        assumeTrue(able.equals("true"), "needs Jenkins' own user database, matrix-auth, and an administrator's token");
        TestUsers users = new TestUsers(jenkins);
        users.create();
        return users;
    }

    private void create() {
        // Jenkins itself keeps the original strategy, so that it survives a killed suite.
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
        for (TestUser user : WITH_ACCOUNT) {
            script.append("account('").append(user.account()).append("')\n");
            user.everywhere()
                    .forEach(permission -> script.append(
                            "strategy.add(" + permission + ", PermissionEntry.user('" + user.account() + "'))\n"));
        }
        List<String> tokens = jenkins.script(script + "jenkins.authorizationStrategy = strategy\nnull")
                .lines()
                .toList();
        byToken.put(TestUser.ANONYMOUS, jenkins.anonymously());
        for (int i = 0; i < WITH_ACCOUNT.size(); i++) {
            TestUser user = WITH_ACCOUNT.get(i);
            byToken.put(user, jenkins.as(user.account(), tokens.get(i)));
            bySession.put(user, jenkins.loggedIn(user.account(), password));
        }
    }

    /** Grants users their permissions in a job. */
    void grant(Job job, TestUser... users) {
        String permissions = Stream.of(users)
                .flatMap(user -> user.inJobs().stream().map(permission -> Map.entry(permission, user)))
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

    /** Returns Jenkins for requests with an API token; without authentication for a user without account. */
    JenkinsServer byToken(TestUser user) {
        return byToken.get(user);
    }

    /** Returns Jenkins for requests with a session; for users with an account. */
    JenkinsServer bySession(TestUser user) {
        return bySession.get(user);
    }

    static List<TestUser> withAccount() {
        return WITH_ACCOUNT;
    }

    @Override
    public void close() {
        String names = WITH_ACCOUNT.stream()
                .map(user -> "'" + user.account() + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        jenkins.script(IMPORTS
                + "jenkins.authorizationStrategy = jenkins.servletContext.getAttribute('tasker.acceptance')\n"
                + "jenkins.servletContext.removeAttribute('tasker.acceptance')\n"
                + "jenkins.save()\n"
                + names + ".each { User.getById(it, false)?.delete() }");
    }
}
