{
  appindicator = [ "59" "gpl2Plus" "https://extensions.gnome.org/extension/615/appindicator-support/" "Icons of applications in the top bar" ];
  blur-my-shell = [ "67" "gpl2Plus" "https://extensions.gnome.org/extension/3193/blur-my-shell/" "Blurs parts of the desktop" ];
  caffeine = [ "55" "gpl2Plus" "https://extensions.gnome.org/extension/517/caffeine/" "Keeps the screen awake" ];
  dash-to-dock = [ "97" "gpl2Plus" "https://extensions.gnome.org/extension/307/dash-to-dock/" "A dock that is always there" ];
  dash-to-panel = [ "65" "gpl2Plus" "https://extensions.gnome.org/extension/1160/dash-to-panel/" "Dock and top bar in one panel" ];
  gsconnect = [ "58" "gpl2Plus" "https://github.com/GSConnect/gnome-shell-extension-gsconnect/wiki" "Joins the telephone to GNOME" ];
}
