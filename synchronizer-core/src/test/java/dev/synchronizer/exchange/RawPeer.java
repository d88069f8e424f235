package dev.synchronizer.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Whoever has a socket, and minds no rules. */
final class RawPeer implements AutoCloseable {
    private final Socket socket;

    RawPeer(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
    }

    /** The whole answer to some bytes, after which the server closes the connection. */
    static String answer(int port, byte[] bytes) throws IOException {
        try (RawPeer peer = new RawPeer(port)) {
            peer.send(bytes);
            return peer.answer();
        }
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends no more, and still listens. */
    void endSending() throws IOException {
        socket.shutdownOutput();
    }

    /** All up to the end of the connection; a connection that is reset ends too. */
    String answer() {
        StringBuilder text = new StringBuilder();
        byte[] some = new byte[8192];
        try {
            int read = socket.getInputStream().read(some);
            while (read >= 0) {
                text.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
                read = socket.getInputStream().read(some);
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("the server holds the connection", e);
        } catch (IOException e) {
            return text.toString();
        }
        return text.toString();
    }

    static int status(String answer) {
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
    }

    static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
