package dev.synchronizer.spring;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvoker;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameters;
import org.springframework.util.StringUtils;

/**
 * Knows who calls the endpoint. If an operation asked for that by a parameter, it would be one for requests of JSON
 * only, and others would go past the web's answers to the endpoint itself.
 */
final class EndpointCaller implements OperationInvokerAdvisor {
    // One for each application, which ends with it.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable String> name = new ThreadLocal<>();

    /** Who is signed in, during a call of the endpoint; null if that is nobody. */
    @Nullable
    String name() {
        return name.get();
    }

    @Override
    public OperationInvoker apply(
            EndpointId endpoint, OperationType type, OperationParameters parameters, OperationInvoker invoker) {
        boolean isOurs = SynchronizerEndpoint.ID.equals(endpoint.toString()) && type == OperationType.WRITE;
        return isOurs ? context -> call(invoker, context) : invoker;
    }

    private @Nullable Object call(OperationInvoker invoker, InvocationContext context) {
        name.set(signedIn(context.resolveArgument(SecurityContext.class)));
        try {
            return invoker.invoke(context);
        } finally {
            name.remove();
        }
    }

    private static @Nullable String signedIn(@Nullable SecurityContext security) {
        Principal caller = security == null ? null : security.getPrincipal();
        return caller != null && StringUtils.hasText(caller.getName()) ? caller.getName() : null;
    }
}
