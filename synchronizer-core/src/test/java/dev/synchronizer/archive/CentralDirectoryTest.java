package dev.synchronizer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.fixtures.ModelJar;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars as tools of all kinds write them. */
class CentralDirectoryTest {
    private static final byte[] CONTENT = "content".repeat(20).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private static byte[] zip(String comment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(comment);
            zip.putNextEntry(new ZipEntry("ä/A.class"));
            zip.write(CONTENT);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private List<String> read(byte[] jar) throws IOException {
        Path file = Files.write(folder.resolve("test.jar"), jar);
        List<String> names = new ArrayList<>();
        try (FileBytes bytes = new FileBytes(file.toFile());
                EntryReader reader = new EntryReader()) {
            CentralDirectory directory = CentralDirectory.of(bytes);
            while (directory.next()) {
                assertThat(reader.read(bytes, directory.entry())).isEqualTo(CONTENT);
                names.add(directory.name());
            }
        }
        return names;
    }

    @Test
    void aCommentMayFollowTheEntries() throws IOException {
        assertThat(read(zip("x".repeat(60_000)))).containsExactly("ä/A.class");
        assertThat(read(zip("PK\u0005\u0006 looks like an end"))).containsExactly("ä/A.class");
    }

    @Test
    void aLaunchScriptMayPrecedeTheEntries() throws IOException {
        byte[] script = "#!/bin/sh\nexec java -jar \"$0\"\n".getBytes(StandardCharsets.UTF_8);
        byte[] jar = zip(null);
        byte[] whole = Arrays.copyOf(script, script.length + jar.length);
        System.arraycopy(jar, 0, whole, script.length, jar.length);

        assertThat(read(whole)).containsExactly("ä/A.class");
    }

    @Test
    void zip64RecordsAreUnderstood() throws IOException {
        assertThat(read(zip64(zip(null)))).containsExactly("ä/A.class");
    }

    @Test
    void anEmptyJarHasNoEntries() throws IOException {
        assertThat(read(ModelJar.bytesOf(ModelJar.of().jar(folder.resolve("empty.jar")))))
                .isEmpty();
    }

    @Test
    void aDamagedListOfEntriesIsAnError() throws IOException {
        byte[] jar = zip(null);
        ByteBuffer buffer = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(buffer.getInt(jar.length - 6), (byte) 0);

        assertThatThrownBy(() -> read(jar)).isInstanceOf(ZipException.class).hasMessageContaining("damaged");
    }

    @Test
    void contentThatIsNotWhatTheListOfEntriesSaysIsAnError() throws IOException {
        byte[] jar = zip(null);
        ByteBuffer buffer = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(buffer.getInt(jar.length - 6) + 16, 1);

        assertThatThrownBy(() -> read(jar)).isInstanceOf(ZipException.class).hasMessageContaining("checksum");
    }

    @Test
    void anImpossibleSizeIsAnErrorAndTakesNoMemory() throws IOException {
        byte[] jar = zip(null);
        ByteBuffer buffer = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(buffer.getInt(jar.length - 6) + 24, Integer.MAX_VALUE - 8);

        assertThatThrownBy(() -> read(jar)).isInstanceOf(ZipException.class).hasMessageContaining("impossible");
    }

    @Test
    void aPositionBeyondAllBoundsIsAnErrorInANestedJarToo() throws IOException {
        byte[] jar = zip64(zip(null));
        ByteBuffer buffer = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(jar.length - 42 + 8, Long.MAX_VALUE - 10);

        assertThatThrownBy(() -> CentralDirectory.of(new UnpackedBytes(jar))).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> CentralDirectory.of(new PartBytes(new UnpackedBytes(jar), 0, jar.length)))
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read(jar)).isInstanceOf(EOFException.class);
    }

    /** Moves sizes and positions to the records of 64 bits, as writers of very large jars do. */
    private static byte[] zip64(byte[] jar) {
        ByteBuffer from = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
        int end = jar.length - 22;
        int start = from.getInt(end + 16);
        int nameEnd = start + 46 + from.getShort(start + 28);
        ByteBuffer to = ByteBuffer.allocate(jar.length + 28 + 56 + 20).order(ByteOrder.LITTLE_ENDIAN);
        to.put(jar, 0, nameEnd);
        to.putShort((short) 1).putShort((short) 24);
        to.putLong(from.getInt(start + 24)).putLong(from.getInt(start + 20)).putLong(from.getInt(start + 42));
        to.putInt(start + 20, -1).putInt(start + 24, -1).putInt(start + 42, -1).putShort(start + 30, (short) 28);
        int record = to.position();
        to.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        to.putLong(1).putLong(1).putLong(record - start).putLong(start);
        to.putInt(0x07064b50).putInt(0).putLong(record).putInt(1);
        to.putInt(0x06054b50)
                .putInt(0)
                .putShort((short) -1)
                .putShort((short) -1)
                .putInt(-1)
                .putInt(-1);
        to.putShort((short) 0);
        return Arrays.copyOf(to.array(), to.position());
    }
}
