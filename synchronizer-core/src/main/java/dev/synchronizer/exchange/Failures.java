package dev.synchronizer.exchange;

import dev.synchronizer.exchange.ExchangeException.Kind;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Says what has become of a request that nobody has answered. */
final class Failures {
    private final Peer peer;
    private final Parcel parcel;

    Failures(Peer peer, Parcel parcel) {
        this.peer = peer;
        this.parcel = parcel;
    }

    ExchangeException failed(Throwable failure) {
        boolean here = parcel.withhold() || find(failure, SSLHandshakeException.class) != null;
        return here
                ? new ExchangeException(
                        Kind.NOT_DELIVERED, peer.shown() + " cannot be reached: " + why(failure), failure)
                : uncertain(why(failure), failure);
    }

    ExchangeException tooSlow(Duration time) {
        String slow = "it took more than " + time.toMillis() + " ms";
        return parcel.withhold()
                ? new ExchangeException(Kind.NOT_DELIVERED, peer.shown() + " cannot be reached: " + slow, null)
                : uncertain(slow + "; send less at once, or allow for more time", null);
    }

    ExchangeException interrupted(InterruptedException interruption) {
        String interrupted = "the thread that waited for it was interrupted";
        return parcel.withhold()
                ? new ExchangeException(
                        Kind.NOT_DELIVERED, peer.shown() + " was not asked: " + interrupted, interruption)
                : uncertain(interrupted, interruption);
    }

    private ExchangeException uncertain(String why, @Nullable Throwable failure) {
        return new ExchangeException(
                Kind.UNCERTAIN,
                "it is uncertain whether " + peer.shown() + " has done what it was asked for: " + why,
                failure);
    }

    private static String why(Throwable failure) {
        if (find(failure, UnresolvedAddressException.class) != null
                || find(failure, UnknownHostException.class) != null) {
            return "the host is unknown; see that the address is right";
        }
        if (find(failure, HttpTimeoutException.class) != null) {
            return "there was no connection in time; see that the address is right, that both speak TLS or"
                    + " neither does, and that no firewall is in between";
        }
        if (find(failure, ConnectException.class) != null) {
            return "the connection was refused; see that it is running, and that the address is right";
        }
        SSLException tls = find(failure, SSLException.class);
        if (tls != null) {
            return "TLS failed (" + text(tls) + "); see that both speak it, and that its certificate is trusted here";
        }
        return text(failure);
    }

    private static String text(Throwable failure) {
        return Shown.of(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage(), 200);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
        }
        return null;
    }
}
