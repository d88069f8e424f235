package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.MariaDbServer;
import dev.synchronizer.databases.PostgresServer;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.databases.TestServer;
import dev.synchronizer.model.Address;
import dev.synchronizer.settings.Definition;
import dev.synchronizer.settings.Definitions;
import dev.synchronizer.settings.NewSettings;
import dev.synchronizer.settings.Overrides;
import dev.synchronizer.settings.RevertScope;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** E2, E9: what an application serves is what administrators saved over what its code says, whatever its start was like. */
class ReadingTest {
    private static final String ARTICLE = "/content-types/Article";
    private static final String AS_CODE_SAYS = form("Article", null, true);

    static Stream<Named<TestServer>> servers() {
        return Stream.of(
                Named.of("H2", new H2Server()),
                Named.of("PostgreSQL", new PostgresServer()),
                Named.of("MariaDB", new MariaDbServer()));
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatIsSavedIsServedByTheNextRequest(TestServer server) {
        try (RunningSite site = RunningSite.start(server.prepared())) {
            String before = served(site);
            save(site);
            String after = served(site);
            site.context().getBean(Overrides.class).revert("Ada", RevertScope.at(Address.parse("Article")));

            assertThat(before).isEqualTo(AS_CODE_SAYS);
            assertThat(after).isEqualTo(form("Story", "", false));
            assertThat(served(site)).isEqualTo(AS_CODE_SAYS);
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    @Timeout(60)
    void whatAnotherNodeSavesIsServedSoonAfter(TestServer server) {
        TestDatabase database = server.prepared();
        try (RunningSite site = RunningSite.start(database, "synchronizer.poll-interval=50ms");
                Synchronizer other =
                        Synchronizer.builder().dataSource(database.dataSource()).build()) {
            assertThat(served(site)).isEqualTo(AS_CODE_SAYS);
            other.overrides()
                    .set("Ada", Address.parse("Article"), NewSettings.none().with("displayName", "Story"));

            while (served(site).equals(AS_CODE_SAYS)) {
                Thread.onSpinWait();
            }
            assertThat(served(site)).isEqualTo(form("Story", null, true));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatWasSavedOutlivesTheApplication(TestServer server) {
        TestDatabase database = server.prepared();
        try (RunningSite site = RunningSite.start(database)) {
            save(site);
        }

        try (RunningSite site = RunningSite.start(database)) {
            assertThat(served(site)).isEqualTo(form("Story", "", false));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void whatAnAdministratorDefinesIsServedByTheNextRequest(TestServer server) {
        try (RunningSite site = RunningSite.start(server.prepared())) {
            int before = site.get("/content-types/Banner").status();
            site.context()
                    .getBean(Definitions.class)
                    .define("Ada", Definition.of("Banner").withProperty("link", "URI"));

            assertThat(before).isEqualTo(404);
            assertThat(site.get("/content-types/Banner").body().toString())
                    .isEqualTo("{\"title\":\"Banner\",\"fields\":"
                            + "[{\"name\":\"link\",\"prompt\":null,\"required\":false}]}");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void withCommittingSwitchedOffWhatIsStoredIsServedAndATypeOnceItIsSynchronized(TestServer server) {
        try (RunningSite site = RunningSite.start(
                server.prepared(), "synchronizer.commit=false", "spring.jpa.hibernate.ddl-auto=none")) {
            int before = site.get(ARTICLE).status();
            site.post("/actuator/synchronizer/Article");

            assertThat(before).isEqualTo(404);
            assertThat(served(site)).isEqualTo(AS_CODE_SAYS);
            assertThat(site.get("/content-types/Topic").status()).isEqualTo(404);
            save(site);
            assertThat(served(site)).isEqualTo(form("Story", "", false));
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void afterAStartThatFailedWhatIsStoredIsServed(TestServer server) {
        TestDatabase database = server.prepared();
        try (RunningSite site = RunningSite.start(database)) {
            save(site);
        }

        try (RunningSite site =
                RunningSite.start(database, "synchronizer.on-failure=start", "synchronizer.models=nowhere.jar")) {
            assertThat(site.get("/actuator/synchronizer").body().path("status").asString())
                    .isEqualTo("failed");
            assertThat(served(site)).isEqualTo(form("Story", "", false));
        }
    }

    private static void save(RunningSite site) {
        Overrides overrides = site.context().getBean(Overrides.class);
        overrides.set("Ada", Address.parse("Article"), NewSettings.none().with("displayName", "Story"));
        overrides.set(
                "Ada",
                Address.parse("Article.title"),
                NewSettings.none().with("required", false).with("prompt", ""));
    }

    private static String served(RunningSite site) {
        return site.get(ARTICLE).body().toString();
    }

    private static String form(String title, String prompt, boolean required) {
        String quoted = prompt == null ? "null" : '"' + prompt + '"';
        return "{\"title\":\"" + title + "\",\"fields\":["
                + "{\"name\":\"teaser\",\"prompt\":null,\"required\":false},"
                + "{\"name\":\"title\",\"prompt\":" + quoted + ",\"required\":" + required + "}]}";
    }
}
