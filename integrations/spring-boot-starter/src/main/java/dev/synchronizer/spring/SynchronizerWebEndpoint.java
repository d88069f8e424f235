package dev.synchronizer.spring;

import dev.synchronizer.SyncRefusedException;
import dev.synchronizer.problem.ProblemCode;
import dev.synchronizer.problem.ProblemKind;
import dev.synchronizer.problem.Problems;
import dev.synchronizer.problem.ProblemsException;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/** Answers over HTTP with a status and the problems where a type could not be synchronized. */
@EndpointWebExtension(endpoint = SynchronizerEndpoint.class)
final class SynchronizerWebEndpoint {
    private static final int CONFLICT = 409;

    private final SynchronizerEndpoint endpoint;
    private final EndpointCaller caller;

    SynchronizerWebEndpoint(SynchronizerEndpoint endpoint, EndpointCaller caller) {
        this.endpoint = endpoint;
        this.caller = caller;
    }

    /** Recorded is who is signed in, where anybody is. Takes the place of the endpoint's own for the same parameters. */
    @WriteOperation
    WebEndpointResponse<SynchronizedType> synchronize(@Selector String type) {
        try {
            return new WebEndpointResponse<>(endpoint.synchronize(type, caller.name()));
        } catch (SyncRefusedException e) {
            return new WebEndpointResponse<>(
                    SynchronizedType.failed(type, e.plan().refusals()), CONFLICT);
        } catch (ProblemsException e) {
            return new WebEndpointResponse<>(SynchronizedType.failed(type, e.problems()), status(e.problems()));
        }
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
