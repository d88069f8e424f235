package dev.synchronizer.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {
    @Test
    void aTaskBecomesAnEventThatSaysWhatHappenedToWhatWhereAndWhen() {
        assertThat(CloudEvent.of(SampleTasks.update(17, "{\"title\":\"Überschrift\"}"))
                        .json())
                .isEqualTo("{\"specversion\":\"1.0\","
                        + "\"id\":\"0197a000-0000-7000-8000-000000000001/17\","
                        + "\"source\":\"urn:synchronizer:0197a000-0000-7000-8000-000000000001\","
                        + "\"type\":\"dev.synchronizer.item.update\","
                        + "\"subject\":\"item:0197a000-0000-7000-8000-0000000000aa\","
                        + "\"time\":\"2026-03-04T05:06:07.890Z\","
                        + "\"datacontenttype\":\"application/json\","
                        + "\"data\":{\"title\":\"Überschrift\"}}");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        CloudEvent event = CloudEvent.of(SampleTasks.update(17, "{\"n\":1.50,\"all\":[null,true]}"));

        assertThat(CloudEvent.read(event.json())).contains(event);
    }

    @Test
    void theNameOfAnyServerMakesASourceThatIsAUri() {
        OutgoingTask task = SampleTasks.of(1, "Büro 2.a\r\n", "k", "{}");

        assertThat(CloudEvent.of(task).source()).isEqualTo("urn:synchronizer:B%C3%BCro%202%2Ea%0D%0A");
    }

    @Test
    void eventsOfOthersAreReadWithWhatIsKnownOfThem() {
        String json = """
                {"data": {"b": 1, "a": "x"}, "traceparent": "00-1", "retries": 3, "subject": null, "source": "/shop",
                 "specversion": "1.0", "type": "order.placed", "id": "A-1"}""";

        assertThat(CloudEvent.read(json))
                .contains(new CloudEvent(
                        "A-1",
                        "/shop",
                        "order.placed",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("{\"b\":1,\"a\":\"x\"}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "17",
                "{}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\"}",
                "{\"specversion\":\"1.0\",\"id\":1,\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\\u0000\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\\ud800\",\"type\":\"t\"}",
                "{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"} {}"
            })
    void whatIsNoEventIsNotTakenForOne(String text) {
        assertThat(CloudEvent.read(text)).isEmpty();
    }
}
