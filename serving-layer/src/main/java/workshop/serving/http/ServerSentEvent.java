package workshop.serving.http;

import java.nio.charset.StandardCharsets;

/** The form of an event in a stream, as the HTML standard has it. JSON has no line breaks of its own. */
final class ServerSentEvent {
    private ServerSentEvent() {}

    static byte[] of(String name, Object data) {
        byte[] head = ("event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8);
        byte[] json = Json.bytes(data);
        byte[] event = new byte[head.length + json.length + 2];
        System.arraycopy(head, 0, event, 0, head.length);
        System.arraycopy(json, 0, event, head.length, json.length);
        event[event.length - 2] = '\n';
        event[event.length - 1] = '\n';
        return event;
    }
}
