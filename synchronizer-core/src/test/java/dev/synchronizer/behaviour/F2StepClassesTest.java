package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static dev.synchronizer.fixtures.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** F2: the class that is run is the one that was read for the plan, wherever a class loader finds it. */
class F2StepClassesTest {
    private static final String ARTICLE = type("Article", "title");
    private static final String MARK = step(
            "Mark",
            "version = \"1.1\"",
            "content.items(\"Article\").forEach(item -> item.set(\"title\", new Text().mark()));");
    private static final String NESTED = "class Text { String mark() { return \"new\"; } }";

    @TempDir
    Path folder;

    private StepSite site;
    private Node node;
    private UUID item;

    @BeforeEach
    void startAfresh() {
        site = new StepSite(folder);
        node = Node.on(Product.H2);
        node.start(site.jar("1.0", ARTICLE));
        item = Editor.of(node).writes("Article", Map.of("title", "x"));
    }

    @Test
    void aClassOfAParentThatIsAnotherOneIsNotRunEvenWhereItsFileLooksRight() throws IOException {
        Path jar = site.jar("1.1", ARTICLE, nested("new"));
        Path older = site.jar("1.1", ARTICLE, nested("new").replace("new Text().mark()", "\"old\""));

        refuses(jar, older);
    }

    @Test
    void norIsOneWithAnotherNestedClass() throws IOException {
        Path jar = site.jar("1.1", ARTICLE, nested("new"));
        Path older = site.jar("1.1", ARTICLE, nested("old"));

        refuses(jar, older);
    }

    @Test
    void theSameClassOfAParentIsRun() throws IOException {
        Path jar = site.jar("1.1", ARTICLE, nested("new"));

        run(jar, jar);

        assertThat(Editor.of(node).reads(item)).containsEntry("title", "new");
    }

    private void refuses(Path jar, Path older) {
        List<Problem> problems = StepFailures.of(() -> run(jar, older)).asList();

        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCode.STEP_NOT_LOADED);
        assertThat(problems.get(0).message()).contains("Mark of site", "its class loader has another one");
        assertThat(Editor.of(node).reads(item)).containsEntry("title", "x");
    }

    private void run(Path jar, Path ofParent) throws IOException {
        try (URLClassLoader parent =
                        new URLClassLoader(urls(ofParent), getClass().getClassLoader());
                URLClassLoader loader = new OwnFilesFirst(urls(jar), parent)) {
            node.with(builder -> builder.runSteps(loader)).start(jar);
        }
    }

    private static String nested(String text) {
        return MARK.replace("@Override", NESTED.replace("new", text) + " @Override");
    }

    private static URL[] urls(Path jar) throws MalformedURLException {
        return new URL[] {jar.toUri().toURL()};
    }

    /** Finds classes as any class loader does, its parent's first, and files in its own jars first. */
    private static final class OwnFilesFirst extends URLClassLoader {
        OwnFilesFirst(URL[] urls, ClassLoader parent) {
            super(urls, parent);
        }

        @Override
        public URL getResource(String name) {
            URL own = findResource(name);
            return own == null ? super.getResource(name) : own;
        }
    }
}
