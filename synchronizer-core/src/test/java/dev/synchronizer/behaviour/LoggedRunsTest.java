package dev.synchronizer.behaviour;

import static dev.synchronizer.behaviour.Sources.type;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.fixtures.ModelJar;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What an application finds in its own log, whether it looks at the report or not. */
class LoggedRunsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Synchronizer.class);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Node node = Node.on(H2Server.inMemory());

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        appender.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(appender);
        logger.setLevel(null);
    }

    @Test
    void aCommitIsOneLine() {
        node.start(versioned());

        assertThat(lines())
                .singleElement()
                .asString()
                .matches("INFO Content types: run 1 committed in \\d+ ms: 1 new, 2 rows, compatible");
    }

    @Test
    void aStartWithNothingToDoAndNothingToWarnOfIsNoLine() {
        Path models = versioned();
        node.start(models);
        appender.list.clear();

        node.start(models);

        assertThat(lines()).isEmpty();
    }

    @Test
    void whatWouldHaveBeenDoneIsALineWhereCommittingIsSwitchedOff() {
        node.with(builder -> builder.commit(false)).start(versioned());

        assertThat(lines())
                .containsExactly("INFO Content types: nothing was written, as committing is switched off: "
                        + "1 new, 2 rows, compatible");
    }

    @Test
    void aWarningIsALineInEachStart() {
        Path models = ModelJar.of(type("Article", "teaser")).jar(folder.resolve("unversioned.jar"));
        node.start(models);
        appender.list.clear();

        node.start(models);

        assertThat(lines()).singleElement().asString().startsWith("WARN CT").contains("unversioned");
    }

    private Path versioned() {
        return ModelJar.of(type("Article", "teaser")).version("site", "1.0").jar(folder.resolve("site.jar"));
    }

    private List<String> lines() {
        return appender.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
