package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Desk.refused;
import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.synchronizer.model.Address;
import dev.synchronizer.problem.Problem;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.store.ContentUsage;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** D5: an application that counts wrongly in a store of its own is told so, and nothing goes by what it answers. */
class D5CountsElsewhereTest {
    private static final Address ARTICLE = Address.ofType("Article");

    @TempDir
    Path folder;

    /** An application's own store, with an answer for everything. */
    private record Archive(Map<Address, Long> answer) implements ContentUsage {
        @Override
        public Map<Address, Long> count(Set<Address> asked) {
            return answer;
        }
    }

    @OnEveryDatabase
    void whatIsNoAnswerOrNoCountEndsTheRunWithItsClassAndWhatItAnswered(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page")));

        assertEnds(node, new Archive(null), "the application's ContentUsage answered null");
        assertEnds(
                node,
                new Archive(Collections.singletonMap(ARTICLE, null)),
                "the application's ContentUsage answered null for Article, which is no count");
        assertEnds(
                node,
                new Archive(Map.of(ARTICLE, -3L)),
                "the application's ContentUsage answered -3 for Article, which is no count");
        assertThat(node.stored().types()).hasSize(2);
        assertThat(node.runs()).hasSize(1);
    }

    @OnEveryDatabase
    void administratorsAreToldTheSame(Product product) {
        Desk ada = Desk.of("Ada", Node.on(product));
        ada.define(Definition.of("Banner").withProperty("text", "STRING"));
        Desk other = Desk.of("Ada", ada.node().with(builder -> builder.contentUsage(new Archive(null))));

        assertThat(refused(() -> other.undefine("Banner")))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.WRONG_CONTENT_COUNT);
        assertThat(ada.stored("Banner")).isNotNull();
    }

    @OnEveryDatabase
    void whatNobodyAskedForIsNoAnswer(Product product) {
        Node node = Node.on(product);
        node.start(site("1.0", type("Article", "teaser"), type("Page")));

        node.with(builder -> builder.contentUsage(new Archive(Map.of(Address.ofType("Nowhere"), -1L))))
                .start(site("1.1", type("Page")));

        assertThat(node.stored().types()).hasSize(1);
    }

    private void assertEnds(Node node, ContentUsage usage, String message) {
        Node counting = node.with(builder -> builder.contentUsage(usage));
        assertThat(refused(() -> counting.start(site("1.1", type("Page")))))
                .extracting(Problem::code, Problem::subject, Problem::message)
                .containsExactly(tuple(ProblemCode.WRONG_CONTENT_COUNT, Archive.class.getName(), message));
    }

    private Path site(String version, String... sources) {
        return Desk.site(folder, version, sources);
    }
}
