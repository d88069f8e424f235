package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.content.Items;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.spring.RunningSite.Answer;
import dev.synchronizer.spring.site.Article;
import dev.synchronizer.spring.site.Teaser;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** I1: a whole application starts, synchronizes, serves and shuts down, with what Spring Boot itself brings along. */
class SiteTest {
    static Stream<Named<TestServer>> servers() {
        return Stream.of(
                Named.of("H2", new H2Server()),
                Named.of("PostgreSQL", new PostgresServer()),
                Named.of("MariaDB", new MariaDbServer()));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anApplicationIsInStepBeforeItServes(TestServer server) {
        TestDatabase database = server.fresh();
        DataSource dataSource;
        try (RunningSite site = RunningSite.start(database)) {
            dataSource = site.context().getBean(DataSource.class);
            JsonNode report = site.get("/actuator/synchronizer").body();

            assertThat(site.get("/types").body())
                    .extracting(JsonNode::asString)
                    .containsExactly("Article", "Teaser", "Topic");
            assertThat(report.path("status").asString()).isEqualTo("in-sync");
            assertThat(report.path("run").asLong()).isEqualTo(1);
            assertThat(report.path("types").path("inSync").asInt()).isEqualTo(3);
            assertThat(report.path("unsettled")).isEmpty();
            assertThat(report.path("modules").path(0).toString())
                    .isEqualTo(
                            "{\"name\":\"acme-site\",\"version\":\"1.0\",\"storedVersion\":\"1.0\",\"state\":\"same\"}");
        }
        assertThat(((HikariDataSource) dataSource).isClosed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void aSecondStartFindsNothingToDo(TestServer server) {
        TestDatabase database = server.fresh();
        RunningSite.start(database).close();

        try (RunningSite site = RunningSite.start(database)) {
            JsonNode report = site.get("/actuator/synchronizer").body();

            assertThat(report.path("status").asString()).isEqualTo("in-sync");
            assertThat(report.path("run").isNull()).isTrue();
            assertThat(report.path("types").path("inSync").asInt()).isEqualTo(3);
            assertThat(site.context().getBean(Synchronizer.class).runs(10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void anApplicationKeepsObjectsOfItsOwnClasses(TestServer server) {
        Article opening = new Article("Opening", new Teaser("Soon"));
        try (RunningSite site = RunningSite.start(server.prepared())) {
            Items items = site.context().getBean(Items.class);

            UUID id = items.create("Ada", "Opening", opening).id();

            assertThat(items.get(id, Article.class)).isEqualTo(opening);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void withCommittingSwitchedOffOneTypeAloneIsSynchronizedThroughTheEndpoint(TestServer server) {
        TestDatabase database = server.prepared();
        try (RunningSite site =
                RunningSite.start(database, "synchronizer.commit=false", "spring.jpa.hibernate.ddl-auto=none")) {
            JsonNode before = site.get("/actuator/synchronizer").body();
            Answer answer = site.post("/actuator/synchronizer/Article");
            JsonNode after = site.get("/actuator/synchronizer").body();

            assertThat(before.path("status").asString()).isEqualTo("pending");
            assertThat(before.path("unsettled")).hasSize(3);
            assertThat(before.path("unsettled").path(0).path("reasons").path(0).asString())
                    .isEqualTo("NO_STORED_TYPE");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("committed").asBoolean()).isTrue();
            assertThat(answer.body().path("done"))
                    .extracting(type -> type.path("name").asString() + " "
                            + type.path("action").asString())
                    .as("the block that it embeds is needed")
                    .containsExactly("Article create", "Teaser create");
            assertThat(after.path("unsettled"))
                    .extracting(type -> type.path("name").asString())
                    .containsExactly("Topic");
            assertThat(after.path("types").toString())
                    .isEqualTo("{\"inSync\":2,\"pending\":1,\"gated\":0,\"conflict\":0,\"orphaned\":0,\"absent\":0}");
            assertThat(after.path("run").asLong())
                    .isEqualTo(answer.body().path("run").asLong());
            assertThat(site.get("/types").body()).extracting(JsonNode::asString).containsExactly("Article", "Teaser");
        }
    }
}
