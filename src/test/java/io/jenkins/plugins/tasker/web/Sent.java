package io.jenkins.plugins.tasker.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerResponse2;

/** What a response sends. */
record Sent(Map<String, String> headers, String text) {

    static Sent by(HttpResponse response) throws Exception {
        Map<String, String> headers = new HashMap<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ServletOutputStream out = new ServletOutputStream() {
            @Override
            public void write(int b) {
                bytes.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
        StaplerResponse2 stapler = (StaplerResponse2) Proxy.newProxyInstance(
                Sent.class.getClassLoader(), new Class<?>[] {StaplerResponse2.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                        case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                        case "getOutputStream" -> {
                            return out;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
        response.generateResponse(null, stapler, null);
        return new Sent(headers, bytes.toString(StandardCharsets.UTF_8));
    }
}
