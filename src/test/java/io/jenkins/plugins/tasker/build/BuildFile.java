package io.jenkins.plugins.tasker.build;

import io.jenkins.plugins.tasker.Repository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A POM or Ant file of this repository, without inherited or imported elements. */
final class BuildFile {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");

    private final Document document;
    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private final Map<String, String> properties = new HashMap<>();

    private BuildFile(Document document) {
        this.document = document;
    }

    /** Reads a file by its path in the repository. Properties of the parents also replace its placeholders. */
    static BuildFile read(String file, BuildFile... parents) throws Exception {
        BuildFile read = new BuildFile(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Repository.file(file).toFile()));
        for (BuildFile parent : parents) {
            read.properties.putAll(parent.properties);
        }
        for (Node property : read.nodes("/project/properties/*")) {
            read.properties.put(
                    property.getNodeName(), property.getTextContent().strip());
        }
        read.properties.put("project.artifactId", read.text("/project/artifactId"));
        return read;
    }

    String property(String name) {
        return resolved("${" + name + "}");
    }

    String text(String expression) {
        try {
            return resolved(xpath.evaluate(expression, document).strip());
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(expression, e);
        }
    }

    /** Returns the direct dependencies of the project, test libraries included. */
    List<Dependency> dependencies() {
        return IntStream.rangeClosed(
                        1, nodes("/project/dependencies/dependency").size())
                .mapToObj(i -> "/project/dependencies/dependency[" + i + "]/")
                .map(path -> new Dependency(
                        text(path + "groupId"),
                        text(path + "artifactId"),
                        text(path + "version"),
                        text(path + "scope"),
                        Boolean.parseBoolean(text(path + "optional"))))
                .toList();
    }

    private List<Node> nodes(String expression) {
        try {
            NodeList nodes = (NodeList) xpath.evaluate(expression, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(expression, e);
        }
    }

    private String resolved(String text) {
        String resolved = PLACEHOLDER
                .matcher(text)
                .replaceAll(
                        match -> properties.getOrDefault(match.group(1), "?").replace("$", "\\$"));
        return resolved.equals(text) ? text : resolved(resolved);
    }

    /** A dependency; missing elements are empty. */
    record Dependency(String group, String artifact, String version, String scope, boolean optional) {

        boolean isJenkinsPlugin() {
            return group.startsWith("org.jenkins-ci.plugins") || group.equals("io.jenkins.plugins");
        }

        boolean isForTests() {
            return scope.equals("test");
        }
    }
}
