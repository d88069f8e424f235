package dev.synchronizer.spring;

import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.fixtures.ModelJar;
import dev.synchronizer.fixtures.Steps;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Small applications on a database, with the starter's beans and whatever else a test adds. */
final class Applications {
    private Applications() {}

    static ApplicationContextRunner on(TestDatabase database) {
        return withoutDatabase().withBean(DataSource.class, database::dataSource);
    }

    static ApplicationContextRunner withoutDatabase() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SynchronizerAutoConfiguration.class,
                        DeferredInitializationAutoConfiguration.class,
                        SynchronizerEndpointAutoConfiguration.class,
                        SynchronizerHealthAutoConfiguration.class,
                        SynchronizerMetricsAutoConfiguration.class));
    }

    /** A jar with types that have a title each, as a release of the module {@code acme-site}. */
    static Path site(Path folder, String version, String... types) {
        ModelJar jar = ModelJar.of().version("acme-site", version);
        for (String type : types) {
            jar.with("package com.acme; @dev.synchronizer.annotation.ContentType public class " + type
                    + " { public String getTitle() { return null; } public void setTitle(String title) {} }");
        }
        return jar.jar(folder.resolve("acme-site-" + version + ".jar"));
    }

    /** The same with {@code Article}, and a step {@code Announce} of this release that gives each article a title. */
    static Path siteWithStep(Path folder, String version, String title) {
        return withStep(version, title).jar(folder.resolve("acme-site-" + version + ".jar"));
    }

    /** The same, as a jar or a folder of classes. */
    static ModelJar withStep(String version, String title) {
        return ModelJar.of(
                        "package com.acme; @dev.synchronizer.annotation.ContentType public class Article"
                                + " { public String getTitle() { return null; } public void setTitle(String title) {} }",
                        Steps.step(
                                "Announce",
                                "version = \"" + version + "\"",
                                "content.items(\"Article\").forEach(article -> article.set(\"title\", \"" + title
                                        + "\"));"))
                .version("acme-site", version);
    }

    /** A jar in which a type has a GUID of its own, with which no other one agrees. */
    static Path siteWithGuid(Path folder, String version, String type, String guid) {
        return ModelJar.of("package com.acme; @dev.synchronizer.annotation.ContentType(guid = \"" + guid
                        + "\") public class " + type + " {}")
                .version("acme-site", version)
                .jar(folder.resolve("acme-site-" + version + ".jar"));
    }
}
