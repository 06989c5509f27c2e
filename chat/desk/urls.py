"""The addresses of the desk."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from chat.desk.views import account, chat, desk, replies, staff, tools

app_name = "desk"
ONE = "chats/<int:pk>"

urlpatterns = [
    path("", desk.whole, name="board"),
    path("login", account.Login.as_view(), name="login"),
    path("logout", LogoutView.as_view(), name="logout"),
    path("password", account.Password.as_view(), name="password"),
    path("events", desk.events, name="events"),
    path("here", desk.here, name="here"),
    path("presence", desk.choose_presence, name="presence"),
    path("language", desk.choose_language, name="language"),
    path(ONE, chat.whole, name="chat"),
    path(f"{ONE}/take", chat.take, name="take"),
    path(f"{ONE}/log", chat.log, name="log"),
    path(f"{ONE}/messages", chat.write, name="write"),
    path(f"{ONE}/typing", chat.typing, name="typing"),
    path(f"{ONE}/notes", chat.note, name="note"),
    path(f"{ONE}/transfer", chat.transfer, name="transfer"),
    path(f"{ONE}/close", chat.close, name="close"),
    path(f"{ONE}/replies", tools.replies, name="find_replies"),
    path(f"{ONE}/services", tools.services, name="find_services"),
    path("replies", replies.listed, name="replies"),
    path("replies/new", replies.edit, name="new_reply"),
    path("replies/<int:pk>", replies.edit, name="reply"),
    path("replies/<int:pk>/delete", replies.delete, name="delete_reply"),
    path("staff", staff.listed, name="staff"),
    path("staff/new", staff.add, name="add_staff"),
    path("staff/<int:pk>", staff.edit, name="edit_staff"),
    path("staff/<int:pk>/password", staff.reset_password, name="reset_password"),
    path("audit", staff.audit, name="audit"),
]
