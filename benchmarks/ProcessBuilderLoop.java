import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Starts a program N times in sequence with {@code ProcessBuilder}: the lower limit for any runner of commands in Java.
 * Usage: {@code java ProcessBuilderLoop.java 1000 true}
 */
final class ProcessBuilderLoop {

    private ProcessBuilderLoop() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        System.setProperty("jdk.lang.Process.launchMechanism", "VFORK");
        List<String> command = Arrays.asList(args).subList(1, args.length);
        for (int left = Integer.parseInt(args[0]); left > 0; left--) {
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .start();
            process.getInputStream().readAllBytes();
            process.getErrorStream().readAllBytes();
            process.waitFor();
        }
    }
}
