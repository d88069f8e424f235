import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fetches a file or prints its SHA-256, where no other tool of the system can; run from source by mvnw and mvnw.cmd. */
class Download {
    private static final int PATIENCE_IN_MILLISECONDS = 20_000;

    public static void main(String[] args) throws NoSuchAlgorithmException {
        try {
            switch (args[0]) {
                case "fetch" -> fetch(URI.create(args[1]), Path.of(args[2]));
                case "sha256" -> System.out.println(sha256(Path.of(args[1])));
                default -> throw new IllegalArgumentException(args[0]);
            }
        } catch (IOException e) {
            System.err.println(e);
            System.exit(1);
        }
    }

    private static void fetch(URI source, Path target) throws IOException {
        URLConnection connection = source.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_IN_MILLISECONDS);
        connection.setReadTimeout(PATIENCE_IN_MILLISECONDS);
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
