package dev.synchronizer.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synchronizer.Synchronizer;
import dev.synchronizer.databases.H2Server;
import dev.synchronizer.databases.TestDatabase;
import dev.synchronizer.spring.RunningSite.Answer;
import dev.synchronizer.store.RunRecord;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.JsonNode;

/** Who is recorded where a type is synchronized through the endpoint. */
class ActorTest {
    private static final String USER = "X-User";

    private final TestDatabase database = H2Server.inMemory();

    @Test
    void whoIsSignedInIsRecordedWhateverTheRequestIsMadeOf() {
        try (RunningSite site = start()) {
            site.post("/actuator/synchronizer/Topic", USER, "ada@acme.com");
            site.postJson("/actuator/synchronizer/Teaser", USER, "bob@acme.com");

            assertThat(site.context().getBean(Synchronizer.class).runs(10))
                    .extracting(RunRecord::actor)
                    .containsExactly("bob@acme.com", "ada@acme.com");
        }
    }

    @Test
    void whoCalledBeforeIsForgotten() {
        try (RunningSite site = start("server.tomcat.threads.max=1", "server.tomcat.threads.min-spare=1")) {
            site.post("/actuator/synchronizer/Topic", USER, "ada@acme.com");
            site.post("/actuator/synchronizer/Teaser");

            assertThat(site.context().getBean(Synchronizer.class).runs(10))
                    .extracting(RunRecord::actor)
                    .containsExactly("acme-site", "ada@acme.com");
        }
    }

    @Test
    void whereNobodyIsSignedInTheApplicationIs() {
        try (RunningSite site = start()) {
            site.post("/actuator/synchronizer/Topic");
            site.post("/actuator/synchronizer/Teaser", USER, "");

            assertThat(site.context().getBean(Synchronizer.class).runs(10))
                    .extracting(RunRecord::actor)
                    .containsExactly("acme-site", "acme-site");
        }
    }

    @Test
    void overJmxItIsTheApplication() throws JMException {
        try (RunningSite site =
                start("spring.jmx.enabled=true", "management.endpoints.jmx.exposure.include=synchronizer")) {
            site.context()
                    .getBean(MBeanServer.class)
                    .invoke(
                            new ObjectName("org.springframework.boot:type=Endpoint,name=Synchronizer"),
                            "synchronize",
                            new Object[] {"Topic"},
                            new String[] {String.class.getName()});

            assertThat(site.context().getBean(Synchronizer.class).runs(10))
                    .extracting(RunRecord::actor)
                    .containsExactly("acme-site");
        }
    }

    @Test
    void aNameThatCannotBeRecordedIsABadRequestAndNothingIsWritten() {
        try (RunningSite site = start()) {
            Answer answer = site.post("/actuator/synchronizer/Topic", USER, "a".repeat(256));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().path("problems").path(0).path("message").asString())
                    .contains("has 256 characters, and 255 at most can be stored");
            assertThat(site.get("/actuator/synchronizer").body().path("unsettled"))
                    .extracting(type -> type.path("name"))
                    .extracting(JsonNode::asString)
                    .contains("Topic");
        }
    }

    private RunningSite start(String... properties) {
        String[] all = new String[properties.length + 2];
        System.arraycopy(properties, 0, all, 2, properties.length);
        all[0] = "synchronizer.commit=false";
        all[1] = "spring.jpa.hibernate.ddl-auto=none";
        return RunningSite.start(database, ActorTest::signingIn, all);
    }

    private static void signingIn(ConfigurableApplicationContext application) {
        ((GenericApplicationContext) application).registerBean(SigningIn.class);
    }

    /** Takes a header's word for who it is, and says so as the security of an application does. */
    static final class SigningIn extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String user = request.getHeader(USER);
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public Principal getUserPrincipal() {
                            return user == null ? null : () -> user;
                        }
                    },
                    response);
        }
    }
}
