package hudson.model;

import hudson.util.XStream2;

public class Items {

    public static final XStream2 XSTREAM2 = new XStream2();
}
