package dev.synchronizer.spring;

import dev.synchronizer.exchange.ExchangeAnswer;
import dev.synchronizer.exchange.ExchangeRequest;
import dev.synchronizer.exchange.SignedEndpoint;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes in what other servers send, in whatever servlet container it is mounted. How long a request may take until its head
 * is there, and to fetch the answer, is up to the container; what comes behind, this servlet bounds.
 */
public final class StagingServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Supplier<SignedEndpoint> endpoint;
    private final Duration bodyTime;

    /**
     * A servlet that hands all requests to an endpoint.
     *
     * @param endpoint is asked for with each request, so that it need not be there yet
     * @param bodyTime how long a body may take to come; one read of the container comes on top of it
     */
    public StagingServlet(Supplier<SignedEndpoint> endpoint, Duration bodyTime) {
        this.endpoint = endpoint;
        this.bodyTime = bodyTime;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ExchangeAnswer answer = endpoint.get().answer(received(request));
        answer.headers().forEach(response::setHeader);
        response.setStatus(answer.status());
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
        // It leaves before the container reads what is left of a body that was refused.
        response.flushBuffer();
    }

    private ExchangeRequest received(HttpServletRequest request) throws IOException {
        return new ExchangeRequest(
                request.getMethod(),
                path(request),
                headers(request),
                request.getContentLengthLong(),
                new TimedBody(request.getInputStream(), bodyTime),
                request.getRemoteAddr() + ":" + request.getRemotePort());
    }

    /** As it was sent, without what the servlet is mounted below. */
    private static String path(HttpServletRequest request) {
        String mount = request.getContextPath() + (request.getPathInfo() == null ? "" : request.getServletPath());
        String uri = request.getRequestURI();
        String path = uri.startsWith(mount) ? uri.substring(mount.length()) : uri;
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.computeIfAbsent(name, none -> new ArrayList<>()).addAll(Collections.list(request.getHeaders(name)));
        }
        return headers;
    }
}
