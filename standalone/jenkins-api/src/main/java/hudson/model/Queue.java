package hudson.model;

import com.thoughtworks.xstream.XStream;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.queue.SubTask;
import hudson.util.XStream2;
import java.util.Calendar;
import java.util.List;
import jenkins.model.FullyNamedModelObject;
import jenkins.model.queue.QueueItem;
import org.springframework.security.core.Authentication;

public class Queue extends ResourceController implements Saveable {

    public static final XStream XSTREAM = new XStream2();

    private Queue() {}

    public static Queue getInstance() {
        throw new UnsupportedOperationException();
    }

    @NonNull
    public List<Item> getItems(Task t) {
        throw new UnsupportedOperationException();
    }

    @CheckForNull
    public Item getItem(long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void save() {
        throw new UnsupportedOperationException();
    }

    public interface Task extends FullyNamedModelObject, SubTask {
        String getName();

        @Override
        String getUrl();

        default @NonNull Authentication getDefaultAuthentication2() {
            throw new UnsupportedOperationException();
        }
    }

    public abstract static class Item extends Actionable implements QueueItem {

        @NonNull
        public final Task task = null;

        private Item() {}

        public final String getWhy() {
            throw new UnsupportedOperationException();
        }

        public long getId() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getDisplayName() {
            throw new UnsupportedOperationException();
        }
    }

    public static final class LeftItem extends Item {

        private LeftItem() {}

        @CheckForNull
        public Executable getExecutable() {
            throw new UnsupportedOperationException();
        }

        public boolean isCancelled() {
            throw new UnsupportedOperationException();
        }
    }

    public static final class WaitingItem extends Item implements Comparable<WaitingItem> {

        public WaitingItem(Calendar timestamp, Task project, List<Action> actions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int compareTo(WaitingItem that) {
            throw new UnsupportedOperationException();
        }
    }

    public abstract static class NotWaitingItem extends Item {

        private NotWaitingItem() {}
    }

    public static final class BuildableItem extends NotWaitingItem {

        public BuildableItem(WaitingItem wi) {
            throw new UnsupportedOperationException();
        }
    }

    public interface Executable extends Runnable {}

    public interface QueueAction extends Action {
        boolean shouldSchedule(List<Action> actions);
    }
}
