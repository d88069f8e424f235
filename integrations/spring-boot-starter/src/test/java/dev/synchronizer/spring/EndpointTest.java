package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.spring.RunningSite.Answer;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an operator sees over HTTP where something is in the way. */
class EndpointTest {
    private static final String GUID = "6f1d2f6e-3f0b-4a52-9c39-6f6d7f0a1b2c";

    private final TestDatabase database = H2Server.inMemory();

    @TempDir
    Path folder;

    @BeforeEach
    void anEarlierRelease() {
        Applications.on(database)
                .withPropertyValues("synchronizer.models=" + Applications.siteWithGuid(folder, "1.0", "Article", GUID))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void anUnknownTypeIsNotFoundAndTheNearestAreNamed() {
        try (RunningSite site = start(Applications.siteWithGuid(folder, "1.1", "Article", GUID))) {
            Answer answer = site.post("/actuator/synchronizer/Artikle");

            assertThat(site.postJson("/actuator/synchronizer/Artikle")).isEqualTo(answer);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body().path("committed").asBoolean(true)).isFalse();
            JsonNode problem = answer.body().path("problems").path(0);
            assertThat(problem.path("code").asString()).isEqualTo("CT305");
            assertThat(problem.path("message").asString()).contains("nearest: Article");
            assertThat(problem.path("fix").asString()).isNotEmpty();
        }
    }

    @Test
    void aTypeThatContradictsTheStoreIsRefusedAndNothingIsWritten() {
        String other = GUID.replace('6', '7');
        try (RunningSite site = start(Applications.siteWithGuid(folder, "1.1", "Article", other))) {
            Answer answer = site.post("/actuator/synchronizer/Article");

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body().path("problems").path(0).path("code").asString())
                    .isEqualTo("CT301");
            assertThat(site.get("/actuator/synchronizer").body().path("status").asString())
                    .isEqualTo("conflict");
        }
    }

    @Test
    void theWayOutIsAPropertyOfTheApplication() {
        Path embedding = ModelJar.of(
                        "package com.other; import dev.synchronizer.annotation.*;"
                                + " @ContentType(kind = ContentKind.BLOCK) public record Teaser(String text) {}",
                        "package com.acme; @dev.synchronizer.annotation.ContentType(guid = \"" + GUID
                                + "\") public record Article(com.other.Teaser teaser) {}")
                .version("acme-site", "1.1")
                .jar(folder.resolve("acme-site-1.1.jar"));
        try (RunningSite site = start(embedding)) {
            Answer answer = site.post("/actuator/synchronizer/Article");

            JsonNode problem = answer.body().path("problems").path(0);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(problem.path("code").asString()).isEqualTo("CT311");
            assertThat(problem.path("fix").asString())
                    .contains("(synchronizer.models, synchronizer.packages)")
                    .doesNotContain("--");
        }
    }

    @Test
    void aTypeThatIsInStepIsLeftAlone() {
        try (RunningSite site = start(Applications.siteWithGuid(folder, "1.0", "Article", GUID))) {
            Answer answer = site.post("/actuator/synchronizer/Article");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().path("committed").asBoolean(true)).isFalse();
            assertThat(answer.body().path("done")).isEmpty();
        }
    }

    @Test
    void anApplicationThatStartsNeverthelessSaysWhatFailedAndIsNotTakenOutOfService() {
        Path nowhere = folder.resolve("nowhere.jar");
        try (RunningSite site = start(nowhere, "synchronizer.on-failure=start")) {
            JsonNode report = site.get("/actuator/synchronizer").body();
            Answer health = site.get("/actuator/health");
            Answer broken = site.post("/actuator/synchronizer/Article");

            assertThat(site.get("/types").body()).extracting(JsonNode::asString).containsExactly("Article");
            assertThat(report.path("status").asString()).isEqualTo("failed");
            assertThat(report.path("types").isNull()).isTrue();
            assertThat(report.path("problems").path(0).path("code").asString()).isEqualTo("CT101");
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.body().path("status").asString()).isEqualTo("UP");
            assertThat(health.body()
                            .path("components")
                            .path("synchronizer")
                            .path("status")
                            .asString())
                    .isEqualTo("DEGRADED");
            assertThat(broken.status()).isEqualTo(500);
        }
    }

    @Test
    void anOperatorMayHaveAFailureTakeTheNodeOutOfService() {
        try (RunningSite site = start(
                folder.resolve("nowhere.jar"),
                "synchronizer.on-failure=start",
                "management.endpoint.health.status.order=DOWN,OUT_OF_SERVICE,DEGRADED,UP,UNKNOWN",
                "management.endpoint.health.status.http-mapping.DEGRADED=503")) {
            Answer health = site.get("/actuator/health");

            assertThat(health.status()).isEqualTo(503);
            assertThat(health.body().path("status").asString()).isEqualTo("DEGRADED");
        }
    }

    @Test
    void theMetersAreAmongTheApplications() {
        try (RunningSite site = start(Applications.siteWithGuid(folder, "1.0", "Article", GUID))) {
            JsonNode meter = site.get("/actuator/metrics/synchronizer.types?tag=state:in-sync")
                    .body();

            assertThat(meter.path("measurements").path(0).path("value").asDouble())
                    .isEqualTo(1);
        }
    }

    @Test
    void readOnlyAccessLeavesTheReportAlone() {
        try (RunningSite site = start(
                Applications.siteWithGuid(folder, "1.0", "Article", GUID),
                "management.endpoint.synchronizer.access=read-only")) {
            assertThat(site.get("/actuator/synchronizer").status()).isEqualTo(200);
            assertThat(site.post("/actuator/synchronizer/Article").status()).isEqualTo(404);
        }
    }

    @Test
    void itAnswersOverJmxToo() throws JMException {
        try (RunningSite site = start(
                Applications.siteWithGuid(folder, "1.0", "Article", GUID),
                "spring.jmx.enabled=true",
                "management.endpoints.jmx.exposure.include=synchronizer")) {
            MBeanServer server = site.context().getBean(MBeanServer.class);
            ObjectName endpoint = new ObjectName("org.springframework.boot:type=Endpoint,name=Synchronizer");

            assertThat(server.invoke(endpoint, "report", new Object[0], new String[0]))
                    .asString()
                    .contains("status=in-sync");
            assertThatThrownBy(() -> server.invoke(
                            endpoint, "synchronize", new Object[] {"Artikle"}, new String[] {String.class.getName()}))
                    .hasStackTraceContaining("nearest: Article");
        }
    }

    private RunningSite start(Path models, String... properties) {
        String[] all = new String[properties.length + 3];
        System.arraycopy(properties, 0, all, 3, properties.length);
        all[0] = "synchronizer.models=" + models;
        all[1] = "synchronizer.packages=com.acme";
        all[2] = "synchronizer.commit=false";
        return RunningSite.start(database, all);
    }
}
