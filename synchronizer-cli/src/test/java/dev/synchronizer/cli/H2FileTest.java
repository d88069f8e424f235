package dev.synchronizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2FileTest {
    @Test
    void findsTheFileBehindAUrl() {
        assertThat(H2File.of("jdbc:h2:file:./a/b;MODE=PostgreSQL"))
                .get()
                .extracting(H2File::file)
                .isEqualTo(Path.of("./a/b.mv.db"));
        assertThat(H2File.of("jdbc:h2:/a/b")).get().extracting(H2File::file).isEqualTo(Path.of("/a/b.mv.db"));
        assertThat(H2File.of("jdbc:h2:~/b"))
                .get()
                .extracting(H2File::file)
                .isEqualTo(Path.of(System.getProperty("user.home"), "b.mv.db"));
    }

    @Test
    void aFileThatCannotBeSeenMayExist(@TempDir Path folder) throws IOException {
        Path obstacle = Files.writeString(folder.resolve("notes"), "no folder");

        assertThat(H2File.of("jdbc:h2:" + obstacle.resolve("db"))).get().matches(H2File::mayExist);
        assertThat(H2File.of("jdbc:h2:" + folder.resolve("new/db"))).get().matches(file -> !file.mayExist());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:a", "jdbc:h2:tcp://host/a", "jdbc:h2:zip:a.zip!/a", "jdbc:postgresql:a"})
    void otherDatabasesAreNoFiles(String url) {
        assertThat(H2File.of(url)).isEmpty();
    }

    @Test
    void whatTheCallerSaysIsLeftAlone() {
        assertThat(H2File.of("jdbc:h2:./a;access_mode_data=rw;Trace_Level_File=1")
                        .orElseThrow()
                        .readOnlyUrl())
                .isEqualTo("jdbc:h2:./a;access_mode_data=rw;Trace_Level_File=1");
        assertThat(H2File.of("jdbc:h2:./a").orElseThrow().readOnlyUrl())
                .isEqualTo("jdbc:h2:./a;TRACE_LEVEL_FILE=0;ACCESS_MODE_DATA=r");
        assertThat(H2File.of("jdbc:h2:./a;Write_Delay=100").orElseThrow().writableUrl())
                .isEqualTo("jdbc:h2:./a;Write_Delay=100;TRACE_LEVEL_FILE=0");
    }

    @Test
    void whatIsCommittedIsWrittenAtOnce() {
        assertThat(H2File.of("jdbc:h2:./a").orElseThrow().writableUrl())
                .isEqualTo("jdbc:h2:./a;TRACE_LEVEL_FILE=0;WRITE_DELAY=0");
    }
}
