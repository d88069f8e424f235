package dev.synchronizer.persistence;

import dev.synchronizer.store.ContentReads;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How each product keeps UUIDs, so that all sort them alike: by their bytes. */
final class Ids {
    static final Comparator<UUID> ORDER = ContentReads.ID_ORDER;

    private static final int BYTES = 16;

    private Ids() {}

    static void bind(PreparedStatement statement, int position, @Nullable UUID id, Database product)
            throws SQLException {
        if (id == null) {
            statement.setNull(position, sqlType(product));
        } else if (product == Database.MARIADB) {
            statement.setBytes(position, bytes(id));
        } else {
            statement.setObject(position, id);
        }
    }

    static UUID read(ResultSet row, String column, Database product) throws SQLException {
        return Objects.requireNonNull(readOrNull(row, column, product));
    }

    static @Nullable UUID readOrNull(ResultSet row, String column, Database product) throws SQLException {
        return readOrNull(row, row.findColumn(column), product);
    }

    static @Nullable UUID readOrNull(ResultSet row, int column, Database product) throws SQLException {
        if (product != Database.MARIADB) {
            return row.getObject(column, UUID.class);
        }
        byte[] bytes = row.getBytes(column);
        return bytes == null ? null : id(bytes);
    }

    static int sqlType(Database product) {
        return product == Database.MARIADB ? Types.BINARY : Types.OTHER;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID id(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
