package hudson.model;

import com.thoughtworks.xstream.XStream;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.util.XStream2;
import java.util.List;
import jenkins.model.queue.QueueItem;

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

    public interface Task extends ModelObject {}

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

    public interface Executable extends Runnable {}

    public interface QueueAction extends Action {
        boolean shouldSchedule(List<Action> actions);
    }
}
