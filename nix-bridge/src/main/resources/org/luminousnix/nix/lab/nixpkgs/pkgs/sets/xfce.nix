{
  mousepad = [ "0.6.3" "gpl2Plus" "https://docs.xfce.org/apps/mousepad/start" "Simple editor" ];
  thunar = [ "4.18.11" "gpl2Plus" "https://docs.xfce.org/xfce/thunar/start" "File manager of Xfce" ];
  xfce4-terminal = [ "1.1.3" "gpl2Plus" "https://docs.xfce.org/apps/terminal/start" "Terminal of Xfce" ];
  xfwm4 = [ "4.18.0" "gpl2Plus" "https://docs.xfce.org/xfce/xfwm4/start" "Window manager of Xfce" ];
}
