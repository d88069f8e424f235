package dev.synchronizer.spring;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.SynchronizerBuilder;
import dev.synchronizer.task.AutoSync;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * What an application says of other servers and systems, under {@code synchronizer.staging}.
 *
 * @param serverName What other servers call this one.
 * @param runTasks Whether this application sees to the tasks for other servers and systems while it is up.
 * @param autoSync The servers and connectors whose tasks are run as soon as they are logged; "*" stands for all.
 * @param endpoint Whether this application takes in what accepted servers send, at the path of the endpoint below its own.
 * @param bodyTime How long the body of such a request may take to come, in seconds if no unit is given.
 * @param secrets What is shared with other servers, or the passwords of their databases, by their names.
 * @param taskInterval How often the application looks for tasks that are due, from 10ms to 1h, in seconds if no unit is
 *     given.
 * @param taskLease For how long nobody else takes a task that this application is at work on, from 1s to 1h, in seconds if
 *     no unit is given.
 * @param taskRetention How long tasks are kept that are done, in days if no unit is given.
 */
@ConfigurationProperties("synchronizer.staging")
public record StagingProperties(
        @DefaultValue("main") String serverName,
        @DefaultValue("false") boolean runTasks,
        @DefaultValue List<String> autoSync,
        @DefaultValue("false") boolean endpoint,

        @DefaultValue("30s") @DurationUnit(ChronoUnit.SECONDS)
        Duration bodyTime,

        @DefaultValue Map<String, String> secrets,

        @DefaultValue("1s") @DurationUnit(ChronoUnit.SECONDS)
        Duration taskInterval,

        @DefaultValue("1m") @DurationUnit(ChronoUnit.SECONDS)
        Duration taskLease,

        @DefaultValue("7d") @DurationUnit(ChronoUnit.DAYS) Duration taskRetention) {

    public StagingProperties {
        autoSync = List.copyOf(autoSync);
        secrets = Map.copyOf(secrets);
        SynchronizerProperties.require(
                "staging.task-interval", () -> Synchronizer.builder().taskInterval(taskInterval));
        SynchronizerProperties.require(
                "staging.task-lease", () -> Synchronizer.builder().taskLease(taskLease));
        SynchronizerProperties.require(
                "staging.task-retention", () -> Synchronizer.builder().taskRetention(taskRetention));
    }

    void configure(SynchronizerBuilder builder) {
        builder.serverName(serverName)
                .taskInterval(taskInterval)
                .taskLease(taskLease)
                .taskRetention(taskRetention);
        secrets.forEach((server, secret) -> builder.stagingSecret(server, () -> secret));
        if (autoSync.contains("*")) {
            builder.taskHandler(AutoSync.everywhere());
        } else if (!autoSync.isEmpty()) {
            List<String> others = autoSync.subList(1, autoSync.size());
            builder.taskHandler(AutoSync.on(autoSync.get(0), others.toArray(String[]::new)));
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StagingProperties[serverName=" + serverName + ", secrets of " + secrets.keySet() + "]";
    }
}
