package hudson;

public abstract class Proc {
    protected Proc() {}
}
