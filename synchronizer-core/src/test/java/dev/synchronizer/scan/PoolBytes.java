package dev.synchronizer.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes the beginning of a class file, constant by constant. */
final class PoolBytes {
    /** How many bytes follow the pool: the access flags and the class itself. */
    static final int BEHIND = 4;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int count = 1;
    private int self;
    private String title = "";

    private PoolBytes() {}

    static PoolBytes empty() {
        return new PoolBytes();
    }

    /** With the constants that name the class. */
    static PoolBytes of(String className) {
        return empty().self(className);
    }

    PoolBytes self(String className) {
        utf8(className);
        self = count;
        return add(1, () -> {
            out.writeByte(7);
            out.writeShort(self - 1);
        });
    }

    PoolBytes utf8(String text) {
        return add(1, () -> {
            out.writeByte(1);
            out.writeUTF(text);
        });
    }

    /** A constant of one slot, with zeros behind its tag. */
    PoolBytes constant(int tag, int length) {
        return add(1, () -> {
            out.writeByte(tag);
            out.write(new byte[length]);
        });
    }

    /** A constant that takes two slots. */
    PoolBytes wide(int tag) {
        return add(2, () -> {
            out.writeByte(tag);
            out.writeLong(0);
        });
    }

    PoolBytes named(String name) {
        title = name;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DataOutputStream whole = new DataOutputStream(file)) {
            whole.writeInt(0xCAFEBABE);
            whole.writeInt(61);
            whole.writeShort(count);
            bytes.writeTo(whole);
            whole.writeShort(1);
            whole.writeShort(self);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private PoolBytes add(int slots, Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count += slots;
        return this;
    }

    @Override
    public String toString() {
        return title;
    }

    private interface Writing {
        void write() throws IOException;
    }
}
