package dev.synchronizer.spring;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.util.StringUtils;

/** Answers over HTTP with a status and the problems where a type could not be synchronized. */
@EndpointWebExtension(endpoint = SynchronizerEndpoint.class)
final class SynchronizerWebEndpoint {
    private static final int CONFLICT = 409;

    private final SynchronizerEndpoint endpoint;

    SynchronizerWebEndpoint(SynchronizerEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Recorded is who is signed in, where anybody is. */
    @WriteOperation
    WebEndpointResponse<SynchronizedType> synchronize(SecurityContext security, @Selector String type) {
        try {
            return new WebEndpointResponse<>(endpoint.synchronize(type, name(security.getPrincipal())));
        } catch (SyncRefusedException e) {
            return new WebEndpointResponse<>(
                    SynchronizedType.failed(type, e.plan().refusals()), CONFLICT);
        } catch (ProblemsException e) {
            return new WebEndpointResponse<>(SynchronizedType.failed(type, e.problems()), status(e.problems()));
        }
    }

    private static @Nullable String name(@Nullable Principal caller) {
        return caller != null && StringUtils.hasText(caller.getName()) ? caller.getName() : null;
    }

    private static int status(Problems problems) {
        if (hasKind(problems, ProblemKind.FAILURE)) {
            return WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR;
        }
        if (hasCode(problems, ProblemCode.WRONG_USAGE)) {
            return WebEndpointResponse.STATUS_BAD_REQUEST;
        }
        return hasKind(problems, ProblemKind.USAGE) ? WebEndpointResponse.STATUS_NOT_FOUND : CONFLICT;
    }

    private static boolean hasCode(Problems problems, ProblemCode code) {
        return problems.stream().anyMatch(problem -> problem.code() == code);
    }

    private static boolean hasKind(Problems problems, ProblemKind kind) {
        return problems.stream().anyMatch(problem -> problem.code().kind() == kind);
    }
}
