package dev.synchronizer.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synchronizer.annotation.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much of a class is read, and which damage is noticed meanwhile. */
class EntryReaderTest {
    private static final String NAME = "com/acme/Article";
    private static final String WANTED = ContentType.class.descriptorString();

    private static byte @Nullable [] read(byte[] jar) throws IOException {
        PoolSearch search = new PoolSearch(ContentType.class);
        try (JarBytes bytes = new UnpackedBytes(jar);
                EntryReader reader = new EntryReader()) {
            CentralDirectory directory = CentralDirectory.of(bytes);
            directory.next();
            search.begin(NAME);
            return reader.readIf(search, bytes, directory.entry());
        }
    }

    private static byte[] jar(byte[] content, boolean stored) throws IOException {
        ZipEntry entry = new ZipEntry(NAME + ".class");
        if (stored) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] withWrongChecksum(byte[] jar) {
        ByteBuffer buffer = ByteBuffer.wrap(jar.clone()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(buffer.getInt(jar.length - 6) + 16, 1);
        return buffer.array();
    }

    /** What follows a pool, as code would: it cannot be compressed. */
    private static byte[] withCode(PoolBytes pool) {
        byte[] beginning = pool.bytes();
        byte[] code = new byte[100_000];
        new Random(1).nextBytes(code);
        byte[] whole = Arrays.copyOf(beginning, beginning.length + code.length);
        System.arraycopy(code, 0, whole, beginning.length, code.length);
        return whole;
    }

    @Test
    void aClassWithTheDescriptorIsReadToItsEnd() throws IOException {
        byte[] content = withCode(PoolBytes.of(NAME).utf8(WANTED));

        assertThat(read(jar(content, false))).isEqualTo(content);
        assertThat(read(jar(content, true))).isEqualTo(content);
        assertThat(read(jar(withCode(PoolBytes.of(NAME)), false))).isNull();
        assertThat(read(jar(withCode(PoolBytes.of(NAME)), true))).isNull();
    }

    @Test
    void textsMayBeLongerThanAnyBuffer() throws IOException {
        PoolBytes pool = PoolBytes.of(NAME).utf8("long ".repeat(13_000)).utf8("longer ".repeat(9_000));

        assertThat(read(jar(pool.bytes(), false))).isNull();
        byte[] content = pool.utf8(WANTED).bytes();
        assertThat(read(jar(content, false))).isEqualTo(content);
    }

    @Test
    void aClassIsOnlyReadAsFarAsItsPoolGoes() throws IOException {
        byte[] jar = withWrongChecksum(jar(withCode(PoolBytes.of(NAME)), false));

        assertThat(read(jar)).isNull();
    }

    @Test
    void damageIsNoticedWhereTheDescriptorIsOrMayBe() throws IOException {
        byte[] annotated = jar(withCode(PoolBytes.of(NAME).utf8(WANTED)), false);
        byte[] misnamed = jar(withCode(PoolBytes.of("com/acme/Artikel")), false);
        byte[] strange = jar(withCode(PoolBytes.of(NAME).constant(13, 2)), false);
        byte[] cutShort = jar(Arrays.copyOf(PoolBytes.of(NAME).bytes(), 20), false);

        for (byte[] jar : new byte[][] {annotated, misnamed, strange, cutShort}) {
            assertThatThrownBy(() -> read(withWrongChecksum(jar)))
                    .isInstanceOf(ZipException.class)
                    .hasMessageContaining("checksum");
        }
        assertThat(read(misnamed)).isNull();
        assertThat(read(strange)).isNull();
        assertThat(read(cutShort)).isNull();
    }

    @Test
    void dataThatCannotBeInflatedAreAnError() throws IOException {
        byte[] jar = jar(PoolBytes.of(NAME).utf8("text ".repeat(1_000)).bytes(), false);
        Arrays.fill(jar, 30 + NAME.length() + 6, 30 + NAME.length() + 46, (byte) 0x55);

        assertThatThrownBy(() -> read(jar)).isInstanceOf(ZipException.class).hasMessageContaining("its data");
    }
}
