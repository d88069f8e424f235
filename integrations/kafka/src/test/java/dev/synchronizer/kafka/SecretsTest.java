package dev.synchronizer.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

class SecretsTest {
    @Test
    void passwordsAreHiddenWhateverKafkaSaysAboutThem() {
        Secrets secrets = secrets(Map.of(
                "ssl.key.password", "abc",
                "ssl.keystore.key", new Password("abcdef"),
                "sasl.jaas.config", "Module required username=\"anna\" password=\"open sesame\";"));

        assertThat(secrets.hidden("abcdef, abc and 'open sesame'")).isEqualTo("[hidden], [hidden] and '[hidden]'");
        assertThat(secrets.hidden("not Module required username=\"anna\" password=\"open sesame\"; but"))
                .isEqualTo("not [hidden] but");
    }

    @Test
    void whatKafkaDoesNotKnowCouldBeAPasswordAndWhatItKnowsIsShown() {
        Secrets secrets = secrets(Map.of("my.token", "t0p", "client.id", "site"));

        assertThat(secrets.hidden("t0p of site")).isEqualTo("[hidden] of site");
        assertThat(secrets.hidden(null)).isEmpty();
        assertThat(secrets).hasToString("[hidden]");
    }

    private static Secrets secrets(Map<String, ?> properties) {
        return Secrets.among(properties, ProducerConfig.configDef());
    }
}
